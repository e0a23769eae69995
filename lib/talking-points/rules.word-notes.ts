import { sha256 } from "@/lib/platform/text/digest";

/** An amendment as a comment says it, in one language. */
export type NotedAmendment = {
  id: string;
  number: number | null;
  kind: "words" | "new_clause" | "drop" | "move" | "everywhere" | "whole";
  clauseKey: string | null;
  afterKey: string | null;
};

/** Ends a comment of ours: with the digest of what stands before it, so that one which comes back unchanged is known. */
const signature = /^Concerted [0-9a-f]{12}$/;
const sign = (said: string) => `Concerted ${sha256(said.normalize("NFC")).slice(0, 12)}`;

/** Lines as a comment of ours has them. */
export function signLines(lines: readonly string[]): string[] {
  const said = lines.flatMap((it) => it.split("\n"));
  return [...said, sign(said.join("\n"))];
}

/** Whether a comment is one of ours, and nobody wrote into it. */
export function isSigned(text: string): boolean {
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  return signature.test(last) && sign(lines.join("\n")) === last;
}

/** The clause whose words such a comment stands on; null for the whole text, and for what stands before all clauses. */
export const noteOn = ({ kind, clauseKey, afterKey }: NotedAmendment) =>
  kind === "new_clause" ? afterKey : kind === "everywhere" || kind === "whole" ? null : clauseKey;
