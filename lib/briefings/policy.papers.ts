import { draftingOrganizationsOf, isConvener } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayHost } from "./policy";

type Meeting = { hostId: string; invitees: readonly { organizationId: string | null; removedAt: Date | null }[] };

const draftsFor = (viewer: Viewer, id: string) =>
  draftingOrganizationsOf(viewer).some((it) => it.organizationId === id);

/** Whoever may upload anything at all: asked before the first byte of a file is read. */
export const mayUploadPapers = (viewer: Viewer) => draftingOrganizationsOf(viewer).length > 0;

type Handed = { organizationId: string };

/**
 * Papers are handed in for the host and for those that are asked to come, by whoever drafts for them. The convener's people hand
 * in for their own at any meeting.
 */
export const mayHandIn = (viewer: Viewer, { hostId, invitees }: Meeting, { organizationId: id }: Handed) =>
  draftsFor(viewer, id) &&
  (id === hostId ||
    invitees.some((it) => it.organizationId === id && it.removedAt === null) ||
    (isConvener(viewer) && viewer.convenerFor.includes(id)));

/** Taken back by whoever handed it in, or by the host, whose meeting it is for. */
export const mayWithdrawPaper = (viewer: Viewer, meeting: { hostId: string }, { organizationId: id }: Handed) =>
  draftsFor(viewer, id) || mayHost(viewer, meeting);
