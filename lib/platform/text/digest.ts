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

type BilingualText = { en: string; fr: string };

/** A clause as it is printed: its kind, both languages, and what stands with it. What is not there has no key. */
export type PrintedClause = BilingualText & {
  kind: string;
  question?: BilingualText | undefined;
  source?: string | undefined;
  of?: BilingualText | undefined;
};

export type PrintedText = { title: BilingualText; clauses: readonly PrintedClause[] };

const plainText = (text: string) => text.normalize("NFC");
const plainPair = ({ en, fr }: BilingualText) => ({ en: plainText(en), fr: plainText(fr) });

/**
 * Digest v2, of a text made of clauses: its title and, in order, whatever is printed of each clause. A changed kind, source
 * or addressee is another digest; ids, themes and parity are no part of it.
 */
export function digestOfText({ title, clauses }: PrintedText): string {
  const printed = clauses.map(({ kind, en, fr, question, source, of }) => ({
    kind,
    ...plainPair({ en, fr }),
    ...(question && { question: plainPair(question) }),
    ...(source !== undefined && { source: plainText(source) }),
    ...(of && { of: plainPair(of) }),
  }));
  return sha256(toCanonicalJson({ v: 2, title: plainPair(title), clauses: printed }));
}
