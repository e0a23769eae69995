import { addBit, type Bits, listBits, makeBits } from "./coalition/bits";

/** What an organization says of a clause. Unmarked is no mark: it never counts as acceptable. */
export type WalkAwayMark = "unmarked" | "acceptable" | "needsChange" | "cannotSign" | "wouldLeave";

/**
 * Marks by organization and clause; `acceptableWith` the amendment, by its number, with which that clause would be acceptable
 * to it, or null.
 */
export type Marked = { marks: readonly WalkAwayMark[]; acceptableWith: readonly (number | null)[] };

/**
 * What becomes of a clause. In brackets it stays in sight and is signed by nobody: whoever cannot sign it may stay, whoever
 * would leave over it leaves. Swapped, its words are those of an amendment.
 */
export type Treatment = "kept" | "dropped" | "bracketed" | { amendment: number };

/** How an organization stands to a text, worst first: it leaves, does not sign, asks for a change, said too little, or signs. */
export const walkAwayStandings = ["leaves", "doesNotSign", "needsChange", "unknown", "signs"] as const;
export type WalkAwayStanding = (typeof walkAwayStandings)[number];

type Masks = { leave: Bits; refuse: Bits; ask: Bits; unmarked: Bits; accept: Bits };

const maskOf: Record<WalkAwayMark, keyof Masks> = {
  wouldLeave: "leave",
  cannotSign: "refuse",
  needsChange: "ask",
  unmarked: "unmarked",
  acceptable: "accept",
};

function toMasks({ marks }: Marked): Masks {
  const count = marks.length;
  const [leave, refuse, ask] = [makeBits(count), makeBits(count), makeBits(count)];
  const masks: Masks = { leave, refuse, ask, unmarked: makeBits(count), accept: makeBits(count) };
  marks.forEach((mark, clause) => {
    addBit(masks[maskOf[mark]], clause);
  });
  return masks;
}

type Treated = { dropped: Bits; bracketed: Bits; swapped: Bits };

function toTreated(treatments: readonly Treatment[]): Treated {
  const count = treatments.length;
  const treated = { dropped: makeBits(count), bracketed: makeBits(count), swapped: makeBits(count) };
  treatments.forEach((treatment, clause) => {
    if (typeof treatment === "object") addBit(treated.swapped, clause);
    else if (treatment !== "kept") addBit(treated[treatment], clause);
  });
  return treated;
}

/** The clauses whose amendment is the one that this organization named. */
function toAgreed({ acceptableWith }: Marked, treatments: readonly Treatment[]): Bits {
  const agreed = makeBits(treatments.length);
  treatments.forEach((treatment, clause) => {
    if (typeof treatment === "object" && acceptableWith[clause] === treatment.amendment) addBit(agreed, clause);
  });
  return agreed;
}

function standingOf({ leave, refuse, ask, unmarked, accept }: Masks, treated: Treated, agreed: Bits): WalkAwayStanding {
  let [leaves, refuses, asks, unknown] = [0, 0, 0, 0];
  for (let word = 0; word < leave.length; word++) {
    const at = (bits: Bits) => bits[word] as number;
    const stays = ~(at(treated.dropped) | at(agreed));
    const signed = stays & ~at(treated.bracketed);
    leaves |= at(leave) & stays;
    refuses |= at(refuse) & signed;
    asks |= at(ask) & signed;
    // Who found a clause acceptable said nothing about the words that take its place.
    unknown |= stays & (at(unmarked) | (at(accept) & at(treated.swapped)));
  }
  if (leaves !== 0) return "leaves";
  if (refuses !== 0) return "doesNotSign";
  if (asks !== 0) return "needsChange";
  return unknown === 0 ? "signs" : "unknown";
}

/** How every organization stands to the text that these treatments make, in order. */
export function standingsAfter(marked: readonly Marked[], treatments: readonly Treatment[]): WalkAwayStanding[] {
  const treated = toTreated(treatments);
  return marked.map((it) => standingOf(toMasks(it), treated, toAgreed(it, treatments)));
}

export const isLost = (standing: WalkAwayStanding) => standing === "leaves" || standing === "doesNotSign";

/** The organizations that the text loses as it is and does not lose as these treatments make it, ascending. */
export function whoReturns(marked: readonly Marked[], treatments: readonly Treatment[]): number[] {
  const before = standingsAfter(
    marked,
    treatments.map(() => "kept" as const),
  );
  const after = standingsAfter(marked, treatments);
  return marked.flatMap((_, at) => (isLost(before[at] ?? "unknown") && !isLost(after[at] ?? "unknown") ? [at] : []));
}

/** What one change to one clause brings back. */
export type SingleReturn = { clause: number; treatment: Exclude<Treatment, "kept">; returns: number[] };

/** For every clause alone: dropped, in brackets, and swapped for each amendment that is open on it. */
export function returnsByClause(
  marked: readonly Marked[],
  clauses: number,
  amendments: readonly (readonly number[])[],
): SingleReturn[] {
  return Array.from({ length: clauses }, (_, clause) => clause).flatMap((clause) =>
    (["dropped", "bracketed", ...(amendments[clause] ?? []).map((amendment) => ({ amendment }))] as const).map(
      (treatment) => {
        const treatments = Array.from({ length: clauses }, (_, at): Treatment => (at === clause ? treatment : "kept"));
        return { clause, treatment, returns: whoReturns(marked, treatments) };
      },
    ),
  );
}

/** The clauses that an organization is lost over: it returns exactly when each of them is dropped, or helped in another way. */
export function redLinesOf(marked: Marked): number[] {
  const { leave, refuse } = toMasks(marked);
  return [...listBits(leave), ...listBits(refuse)].sort((one, other) => one - other);
}
