import type { AmendmentFate, AmendmentState, Handling, TalkingPointStatus } from "./constants";
import type { Matter } from "./rules.amendments";
import { isOpen } from "./rules.endorsements";

/** A step of an amendment as far as it decides where that stands. */
export type HandlingStep = {
  kind: "opened" | "handled" | "answered" | "withdrawn" | "consolidated";
  handling: Handling | null;
  agrees: boolean | null;
  fate: AmendmentFate | null;
};

/** What an answered handling makes of it. Whether the amender agrees is printed and decides nothing: the lead holds the pen. */
export const stateOfHandling = {
  accept: "accepted",
  accept_with_changes: "accepted_with_changes",
  not_accept: "not_accepted",
  refer: "referred",
  superseded_by: "superseded",
} as const satisfies Record<Handling, AmendmentState>;

export const isAcceptance = (handling: Handling | null | undefined): handling is "accept" | "accept_with_changes" =>
  handling === "accept" || handling === "accept_with_changes";

/** What becomes of it in a version and leaves it for a later one. */
export const unsettledFates = ["moved_along", "marked", "waiting"] as const satisfies AmendmentFate[];
const isUnsettled = (fate: AmendmentFate): fate is (typeof unsettledFates)[number] =>
  unsettledFates.some((it) => it === fate);

export type HandlingStanding<S> = { state: AmendmentState; handled: S | null; answered: S | null; settled: boolean };

/** Where an amendment stands after its steps: another handling asks the amender again, and a version that took it up or printed its end settles it. */
export function standingOf<S extends HandlingStep>(steps: readonly S[]): HandlingStanding<S> {
  let standing: HandlingStanding<S> = { state: "draft", handled: null, answered: null, settled: false };
  for (const step of steps) {
    const { handled } = standing;
    if (step.kind === "opened") standing = { ...standing, state: "open" };
    if (step.kind === "handled") standing = { ...standing, state: "open", handled: step, answered: null };
    if (step.kind === "answered" && handled?.handling)
      standing = { ...standing, state: stateOfHandling[handled.handling], answered: step };
    if (step.kind === "withdrawn") standing = { ...standing, state: "withdrawn" };
    if (step.kind !== "consolidated" || step.fate === null || isUnsettled(step.fate)) continue;
    standing = { ...standing, state: step.fate, settled: true };
  }
  return standing;
}

type Where = { state: AmendmentState; settled: boolean };

export type AmendmentObstacle =
  | "notOpen"
  | "amendmentIsDraft"
  | "amendmentSettled"
  | "notHandled"
  | "handlingChanged"
  | "answerUnchanged"
  | "supersedesItself";

const lifeObstacle = ({ state, settled }: Where): "amendmentIsDraft" | "amendmentSettled" | null => {
  if (state === "draft") return "amendmentIsDraft";
  return settled || state === "withdrawn" ? "amendmentSettled" : null;
};

export const amendingObstacle = (status: TalkingPointStatus) => (isOpen(status) ? null : ("notOpen" as const));

/** The amender takes it back, until a version settles it. */
export const withdrawalObstacle = (it: Where) => lifeObstacle(it);

export const handlingObstacle = (it: Where, status: TalkingPointStatus) => lifeObstacle(it) ?? amendingObstacle(status);

/** `step`: the handling that was read. Another one that the lead proposed meanwhile is not agreed with unread. */
export function answerObstacle(
  it: HandlingStanding<{ number: number }>,
  { step, unchanged }: { step: number; unchanged: boolean },
) {
  const obstacle = lifeObstacle(it);
  if (obstacle) return obstacle;
  if (it.handled === null) return "notHandled" as const;
  if (it.handled.number !== step) return "handlingChanged" as const;
  return unchanged ? ("answerUnchanged" as const) : null;
}

/** Following what each is superseded by, whether one comes back to where one began. */
export function supersedesItself(id: string, by: string, supersededBy: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = by; at !== undefined && !seen.has(at); at = supersededBy.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** What a version makes of an amendment, which it took over or not. */
export function fateOf(
  it: Where & { handling: Handling | null },
  made: { taken: boolean; touched: boolean },
): AmendmentFate {
  if (made.taken) return it.handling === "accept_with_changes" ? "accepted_with_changes" : "accepted";
  if (it.state === "accepted" || it.state === "accepted_with_changes") return "waiting";
  if (it.state === "open" || it.state === "draft") return made.touched ? "marked" : "moved_along";
  return it.state;
}

type ChangedWording = Pick<Matter, "wordsEn" | "wordsFr" | "questionEn" | "questionFr">;

/** What it is taken over as: with the lead's words, where it is accepted with changes. */
export function asAccepted<M extends Matter>(
  it: M,
  handled: (ChangedWording & { handling: Handling | null }) | null,
): M {
  if (handled?.handling !== "accept_with_changes") return it;
  const { wordsEn, wordsFr, questionEn, questionFr } = handled;
  if (it.kind === "everywhere") return { ...it, wordsEn: wordsEn ?? it.wordsEn, wordsFr: wordsFr ?? it.wordsFr };
  if (it.kind !== "new_clause") {
    const question = questionEn || questionFr ? { questionEn, questionFr } : {};
    return { ...it, ...(wordsEn || wordsFr ? { wordsEn, wordsFr } : {}), ...question };
  }
  const [clause] = it.clauses;
  if (!clause) return it;
  const words = wordsEn || wordsFr ? { en: wordsEn, fr: wordsFr } : {};
  const question = questionEn || questionFr ? { questionEn, questionFr } : {};
  return { ...it, clauses: [{ ...clause, ...words, ...question }] };
}

/** Other words can be given to an amendment of words; going, moving and another text are taken over as they are or not. */
export const isRewordable = (kind: Matter["kind"]) =>
  kind === "words" || kind === "new_clause" || kind === "everywhere";
