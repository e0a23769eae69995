import { type Answer, answer } from "./answer";
import { type Bundle, isBehind } from "./choice";
import { type ExplorerFacts, readMark } from "./facts";

export type Explored = Answer & { chosen: number[] };

/** What is chosen, by place in the facts; whatever an address names and nobody here knows is left out. */
function findChosen({ propositions, organizations }: ExplorerFacts, { from, p, o }: Bundle): number[] {
  const known =
    from === "propositions" ? propositions.map((it) => String(it.number)) : organizations.map((it) => it.slug);
  const wanted = new Set(from === "propositions" ? p : o);
  return known.flatMap((name, place) => (wanted.has(name) ? [place] : []));
}

export function explore(facts: ExplorerFacts, bundle: Bundle): Explored {
  const chosen = findChosen(facts, bundle);
  const fromPropositions = bundle.from === "propositions";
  const sizes = [facts.propositions.length, facts.organizations.length] as const;
  const [choices, others] = fromPropositions ? sizes : [sizes[1], sizes[0]];
  const holds = (choice: number, other: number) =>
    isBehind(bundle.behind, fromPropositions ? readMark(facts, choice, other) : readMark(facts, other, choice));
  return { chosen, ...answer({ choices, others, chosen, holds }) };
}

/** The bundle with one more, or without it. */
export function toggle(bundle: Bundle, name: string): Bundle {
  const key = bundle.from === "propositions" ? "p" : "o";
  const kept = bundle[key].filter((it) => it !== name);
  return { ...bundle, [key]: kept.length < bundle[key].length ? kept : [...kept, name] };
}
