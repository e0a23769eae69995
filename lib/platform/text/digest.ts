import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

type Clause = { en: string; fr: string };

export const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** Canonical JSON (RFC 8785). Throws for what JSON cannot hold. */
export function toCanonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("not a JSON value");
  return text;
}

/** What an endorsement or a stance stands behind: sha256 over the NFC text of both languages, and nothing else. */
export function digestOf(clauses: readonly Clause[]): string {
  const plain = clauses.map(({ en, fr }) => ({ en: en.normalize("NFC"), fr: fr.normalize("NFC") }));
  return sha256(toCanonicalJson({ v: 1, clauses: plain }));
}
