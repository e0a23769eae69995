import type { Audience, TalkingPointStatus } from "./constants";
import { coveredNumbers } from "./rules.coverage";
import { standsBehind } from "./rules.endorsements";
import type { AnsweredVersion } from "./schema";
import type { Endorsement } from "./schema.endorsements";
import type { Handout, Remark } from "./schema.handout";

/** Members read every name; whoever else is in the room reads those who let theirs appear. */
export const isOutside = (audience: Audience) => audience !== "members";

/** Outside the network a name takes a signature that says so and an organization that is listed to the public. */
export const mayBeNamed = ({ publicly, listing }: { publicly: boolean; listing: "network" | "public" }) =>
  publicly && listing === "public";

const kindOf: Partial<Record<Endorsement["response"], Remark["kind"]>> = {
  object: "objection",
  stand_aside: "standAside",
  endorse_with_reservation: "reservation",
};

type Named = (answer: Endorsement) => boolean;
type Answered = Pick<AnsweredVersion, "answers" | "clauses">;

/**
 * What travels with a text. A reservation and a dissent go wherever it goes; where the name may not be said, as one
 * organization's, and then nobody is counted and nobody who joined is named.
 */
export function toRemarks({ answers, clauses }: Answered, isNamed: Named, outside: boolean): Remark[] {
  const numbers = new Map(clauses.map(({ key, number }) => [key, number]));
  return answers.flatMap((answer) => {
    const kind = kindOf[answer.response];
    if (!kind) return [];
    const at = answer.anchor && numbers.get(answer.anchor.clause);
    return [
      {
        kind,
        organization: isNamed(answer) ? answer.organization : null,
        anchor: answer.anchor && at ? { clause: at, text: answer.anchor.text } : null,
        clauses: coveredNumbers(answer, clauses),
        text: answer.reservation ?? answer.reason,
        lift: answer.lift,
        joinedBy: outside ? [] : answer.joinedBy,
      },
    ];
  });
}

/** Who stands behind the whole text, and who behind some of its clauses alone. */
export function toBehind({ answers, clauses }: Answered, isNamed: Named) {
  const standing = answers
    .filter((it) => standsBehind(it.response) && isNamed(it))
    .map((it) => ({ organization: it.organization, clauses: coveredNumbers(it, clauses) }));
  return {
    behind: standing.filter((it) => it.clauses.length === 0).map((it) => it.organization),
    partly: standing.filter((it) => it.clauses.length > 0),
  };
}

type Marked = {
  status: TalkingPointStatus;
  stale: boolean;
  number: number;
  current: number;
  usableVersion: number | null;
};

/** What a reader is to know of these words before they are said. */
export function marksOf({ status, stale, number, current, usableVersion }: Marked) {
  if (status === "retired") return ["retired" as const];
  return [
    ...(stale ? ["stale" as const] : []),
    ...(status === "cautioned" ? ["cautioned" as const] : []),
    ...(number !== usableVersion ? ["notUsable" as const] : []),
    ...(number !== current ? ["newer" as const] : []),
  ];
}

/** The clauses that a remark stands at: of its exact words, or those that it lists; none for the whole text. */
export const clausesOf = ({ anchor, clauses }: Remark) => (anchor ? [anchor.clause] : clauses);

/** The order in which a speaker needs them. */
export const speakingOrder = ["key_message", "ask", "proof", "if_asked", "do_not_say"] as const;

export type SpokenPart = { kind: (typeof speakingOrder)[number]; clauses: Handout["clauses"] };

export const partsOf = ({ clauses }: Pick<Handout, "clauses">): SpokenPart[] =>
  speakingOrder
    .map((kind) => ({ kind, clauses: clauses.filter((it) => it.kind === kind) }))
    .filter((it) => it.clauses.length > 0);
