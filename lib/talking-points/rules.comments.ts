import { editMinutes } from "./constants";

type StepKind = "said" | "edited" | "corrected" | "resolved" | "reopened";
export type CommentStep = { kind: StepKind; text: string | null; at: Date };

// One character for one, so that the place of what is found is its place in the clause.
const asSeen = (text: string) =>
  text
    .replace(/[\u00a0\u2007\u2009\u202f\n\t]/g, " ")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[\u2010\u2011]/g, "-");

/**
 * The words of a clause that somebody quotes, exactly as they stand there; null where they do not. Copied from a page they
 * lose their no-break spaces, which nobody sees.
 */
export function findQuoted(texts: readonly (string | null)[], quote: string): string | null {
  const wanted = asSeen(quote).trim();
  if (wanted === "") return null;
  for (const text of texts) {
    const at = text === null ? -1 : asSeen(text).indexOf(wanted);
    if (text !== null && at >= 0) return text.slice(at, at + wanted.length);
  }
  return null;
}

export const editableUntil = (saidAt: Date) => new Date(saidAt.getTime() + editMinutes * 60_000);

/** What a comment says: as it was said, and how it was corrected since. Words that were changed at once are gone from sight. */
export function textOf(steps: readonly CommentStep[]) {
  const said = steps.filter(({ kind }) => kind === "said" || kind === "edited").at(-1);
  const corrections = steps.flatMap(({ kind, text, at }) => (kind === "corrected" && text ? [{ text, at }] : []));
  return { text: said?.text ?? "", corrections };
}

/** Whether it was settled; opened again it is open. */
export const isResolved = (steps: readonly Pick<CommentStep, "kind">[]) =>
  steps.filter(({ kind }) => kind === "resolved" || kind === "reopened").at(-1)?.kind === "resolved";

type Rewording = { steps: readonly CommentStep[]; saidAt: Date; now: Date; text: string };

export function editObstacle({ steps, saidAt, now, text }: Rewording) {
  if (now >= editableUntil(saidAt)) return "editOver" as const;
  return textOf(steps).text === text ? ("commentUnchanged" as const) : null;
}

export function correctionObstacle({ steps, text }: Pick<Rewording, "steps" | "text">) {
  const { text: said, corrections } = textOf(steps);
  return (corrections.at(-1)?.text ?? said) === text ? ("commentUnchanged" as const) : null;
}
