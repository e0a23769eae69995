import { addressees, type Recommendation, recommendationKinds, regimeAreas } from "@/lib/report/schema";

export const arrangements = ["area", "addressee", "kind"] as const;
export type Arrangement = (typeof arrangements)[number];

type Group<Code extends string> = { code: Code; items: Recommendation[] };

function group<Code extends string>(
  codes: readonly Code[],
  items: readonly Recommendation[],
  codesOf: (item: Recommendation) => readonly Code[],
): Group<Code>[] {
  return codes
    .map((code) => ({ code, items: items.filter((item) => codesOf(item).includes(code)) }))
    .filter(({ items: found }) => found.length > 0);
}

/** The items under their headings, in the order of the codes. An item addressed to several stands under each. */
export const groupByArea = (items: readonly Recommendation[]) => group(regimeAreas, items, (it) => [it.regimeArea]);
export const groupByAddressee = (items: readonly Recommendation[]) => group(addressees, items, (it) => it.addressees);
export const groupByKind = (items: readonly Recommendation[]) => group(recommendationKinds, items, (it) => [it.kind]);
