import type { Stance } from "../positions/schema";
import type { EndorsementKind, EndorsementResponse, TalkingPointStatus, Usage } from "./constants";
import type { ParityObstacle } from "./rules.parity";

/** What an organization answers, whatever the words are. */
export type Answer = {
  response: EndorsementResponse;
  usage: Usage;
  clauses: readonly string[];
  reservationEn: string | null;
  reservationFr: string | null;
  anchorClause: string | null;
  anchorEn: string | null;
  anchorFr: string | null;
  reasonEn: string | null;
  reasonFr: string | null;
  liftEn: string | null;
  liftFr: string | null;
  publicly: boolean;
};

/** A step as far as it decides what is in force. */
export type Step = { kind: EndorsementKind; version: number };

/** The answer in force, and a first signature that waits for the second. */
export type Standing<S> = { given: S | null; waiting: S | null };

/** An answer stays with its words: only another one or a withdrawal ends it, never a new version. */
export function applyStep<S extends Step>(standing: Standing<S>, step: S): Standing<S> {
  switch (step.kind) {
    case "signed_once":
      return { ...standing, waiting: step };
    case "given":
    case "confirmed":
      return { given: step, waiting: null };
    case "withdrawn":
      return { given: null, waiting: null };
  }
}

export const replay = <S extends Step>(steps: readonly S[]): Standing<S> =>
  steps.reduce<Standing<S>>(applyStep, { given: null, waiting: null });

/** The steps of several organizations at once. */
export function replayEach<S extends Step & { organizationId: string }>(steps: readonly S[]) {
  const found = new Map<string, Standing<S>>();
  for (const step of steps)
    found.set(step.organizationId, applyStep(found.get(step.organizationId) ?? { given: null, waiting: null }, step));
  return found;
}

/** Whether somebody can speak along these words: with a reservation is still behind them. */
export const standsBehind = (response: EndorsementResponse) =>
  response === "endorse" || response === "endorse_with_reservation";

/** Whether the answer belongs to the words in force. */
export const isCurrent = (given: Step | null, currentVersion: number) => given?.version === currentVersion;

/**
 * What a text asks of an organization: an answer where there is none, a confirmation where it answered earlier words. Once
 * for each version: nothing is carried, and nothing asks twice.
 */
export function awaitedOf({ given }: Standing<Step>, currentVersion: number): "answer" | "confirm" | null {
  if (given === null) return "answer";
  return isCurrent(given, currentVersion) ? null : "confirm";
}

const fields = [
  "response",
  "usage",
  "reservationEn",
  "reservationFr",
  "anchorClause",
  "anchorEn",
  "anchorFr",
  "reasonEn",
  "reasonFr",
  "liftEn",
  "liftFr",
  "publicly",
] as const satisfies (keyof Answer)[];

export const isSameAnswer = (one: Answer, other: Answer) =>
  fields.every((field) => one[field] === other[field]) &&
  [...one.clauses].sort().join() === [...other.clauses].sort().join();

/** Two signatures commit where the rule is joint; to object, one is enough: it protects. */
export const signaturesFor = (response: EndorsementResponse, needed: number) => (response === "object" ? 1 : needed);

const open: readonly TalkingPointStatus[] = ["in_discussion", "usable", "cautioned"];
export const isOpen = (status: TalkingPointStatus) => open.includes(status);

export type EndorsementObstacle = "notOpen" | "textChanged" | ParityObstacle | "answerUnchanged";

type Text = { status: TalkingPointStatus; currentVersion: number; digest: string };
type Shown = { version: number; digest: string };

/** Whether the words that were shown are those in force. An answer to earlier ones is turned away, not moved. */
export function textObstacle(text: Text, shown: Shown): "notOpen" | "textChanged" | null {
  if (!isOpen(text.status)) return "notOpen";
  return text.currentVersion === shown.version && text.digest === shown.digest ? null : "textChanged";
}

/** An objection protects: it waits for no translation. */
export const parityMatters = (response: EndorsementResponse) => response !== "object";

/** Propositions that the text carries and the organization's own register opposes: endorsing it would contradict them. */
export const contradictions = <P extends { stance: Stance }>(response: EndorsementResponse, own: readonly P[]): P[] =>
  standsBehind(response) ? own.filter(({ stance }) => stance === "oppose") : [];

type NamedClause = {
  key: string;
  en: string | null;
  fr: string | null;
  questionEn: string | null;
  questionFr: string | null;
};

/** What an answer names of the text and the text does not have; by the name of the field. */
export function namedInVain(answer: Answer, clauses: readonly NamedClause[]): "clauses" | "anchor" | null {
  const byKey = new Map(clauses.map((it) => [it.key, it]));
  if (answer.clauses.some((key) => !byKey.has(key))) return "clauses";
  if (answer.anchorClause === null) return null;
  const clause = byKey.get(answer.anchorClause);
  const stands = (words: string | null, ...texts: (string | null | undefined)[]) =>
    words === null || texts.some((it) => it?.includes(words));
  return clause &&
    stands(answer.anchorEn, clause.en, clause.questionEn) &&
    stands(answer.anchorFr, clause.fr, clause.questionFr)
    ? null
    : "anchor";
}

/** Whether an answer, word for word, can be given again to other words: whatever it names is still there. */
export const isConfirmable = (answer: Answer, clauses: readonly NamedClause[]) => namedInVain(answer, clauses) === null;
