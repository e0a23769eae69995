import type { StanceMark } from "@/components/stances/stances";
import { makeSupport, type Support } from "@/lib/math/coalition/support";
import { type Bundle, isBehind, type Meaning } from "./bundle-query";
import { type BundleResult, evaluateBundle } from "./evaluate-bundle";
import { type ExplorerFacts, readMark } from "./explorer-facts";

export type Explored = BundleResult & { chosen: number[] };

/** What is chosen, by place in the facts; whatever an address names and nobody here knows is left out. */
function findChosen({ propositions, organizations }: ExplorerFacts, { from, p, o }: Bundle): number[] {
  const known =
    from === "propositions" ? propositions.map((it) => String(it.number)) : organizations.map((it) => it.slug);
  const wanted = new Set(from === "propositions" ? p : o);
  return known.flatMap((name, place) => (wanted.has(name) ? [place] : []));
}

/** Who stands behind what, in the sense asked for: made once, so that no click goes through every stance. */
export const supportIn = (facts: ExplorerFacts, meaning: Meaning): Support =>
  makeSupport(facts.organizations.length, facts.propositions.length, (organization, proposition) =>
    isBehind(meaning, readMark(facts, proposition, organization)),
  );

export function explore(facts: ExplorerFacts, bundle: Bundle, support: Support): Explored {
  const chosen = findChosen(facts, bundle);
  const side =
    bundle.from === "propositions"
      ? { holding: support.supporters, others: support.organizations }
      : { holding: support.supported, others: support.propositions };
  return { chosen, ...evaluateBundle(side, chosen) };
}

/**
 * Who does not support it, apart from those of whom nothing can be read: silence is not refusal, and a stance that is not
 * shown may be support. Where any of them may be, a number of supporters is the least that there are.
 */
export function distinguish(facts: ExplorerFacts, by: "p" | "o", missing: BundleResult["missing"]) {
  const entries = [...missing]
    .sort((one, other) => one[1].length - other[1].length)
    .map((entry) => {
      const [other, failing] = entry;
      const marks = failing.map((it) => (by === "p" ? readMark(facts, it, other) : readMark(facts, other, it)));
      return { entry, marks };
    });
  const isUnread = ({ marks }: (typeof entries)[number]) => marks.every((it) => unread.has(it));
  return {
    against: entries.filter((it) => !isUnread(it)).map(({ entry }) => entry),
    unknown: entries.filter(isUnread).map(({ entry }) => entry),
    mayBeMore: entries.some(({ marks }) => marks.every((it) => it === "not_shown")),
  };
}

const unread = new Set<StanceMark>(["not_recorded", "not_shown"]);

/** The bundle with one more, or without it. */
export function toggle(bundle: Bundle, name: string): Bundle {
  const key = bundle.from === "propositions" ? "p" : "o";
  const kept = bundle[key].filter((it) => it !== name);
  return { ...bundle, [key]: kept.length < bundle[key].length ? kept : [...kept, name] };
}
