import "server-only";
import type { Viewer } from "@/lib/platform/viewer";
import type { DraftInput, Place, SignOffInput, VisibilityInput, WithdrawalInput } from "./schema";

export async function saveDraft(_: Viewer, __: DraftInput, ___: number | null) {}
export async function submitDraft(_: Viewer, __: Place, ___: number | null) {}
export async function discardDraft(_: Viewer, __: Place, ___: number | null) {}
export async function signOff(_: Viewer, __: SignOffInput, ___: number) {}
export async function withdraw(_: Viewer, __: WithdrawalInput, ___: number | null) {}
export async function changeVisibility(_: Viewer, __: VisibilityInput, ___: number | null) {}
