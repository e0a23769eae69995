import { type Run, reportProgress } from "../progress";
import { addBit, allBits, type Bits, countBits, hasBit, intersect, isWithin, listBits, makeBits } from "./bits";
import type { CoalitionBundle, Support } from "./support";

type ConceptOptions = {
  /** Fewest organizations of a pair; at least 1. */
  readonly organizationsFrom: number;
  /** Fewest propositions of a pair; 1 unless given. */
  readonly propositionsFrom?: number;
  /** Where to stop: there can be as many as 2 to the power of the smaller side. */
  readonly most?: number;
};

type Concepts = {
  readonly pairs: readonly CoalitionBundle[];
  /** False where there were more than `most`. */
  readonly complete: boolean;
};

/**
 * All pairs of a coalition and a bundle in which everybody is with everything, and to which neither an organization nor a
 * proposition could be added: formal concepts with minimum support.
 *
 * @returns largest coalitions first, among equal ones the largest bundles, then by their numbers
 * @throws {Cancelled}
 * @source Kuznetsov's Close by One (1993): each concept is met once, from the canonical one of the bundles that close to it
 */
export function findConcepts(support: Support, options: ConceptOptions, run?: Run): Concepts {
  const { organizationsFrom, propositionsFrom = 1, most = 10_000 } = options;
  const pairs: CoalitionBundle[] = [];
  let complete = true;
  const everybody = allBits(support.organizations);
  const stack: Node[] = [{ extent: everybody, intent: closure(support, everybody), next: 0 }];
  while (stack.length > 0) {
    const { extent, intent, next } = stack.pop() as Node;
    if (countBits(extent) < Math.max(1, organizationsFrom)) continue;
    if (countBits(intent) >= Math.max(1, propositionsFrom)) {
      if (pairs.length === most) {
        complete = false;
        break;
      }
      pairs.push({ organizations: listBits(extent), propositions: listBits(intent) });
      if (pairs.length % 256 === 0) reportProgress(run, "coalitions", pairs.length / most);
    }
    for (let proposition = support.propositions - 1; proposition >= next; proposition--) {
      if (hasBit(intent, proposition)) continue;
      const child = makeBits(support.organizations);
      intersect(extent, support.supporters[proposition] as Bits, child);
      if (countBits(child) < Math.max(1, organizationsFrom)) continue;
      const closed = closure(support, child);
      if (isCanonical(intent, closed, proposition))
        stack.push({ extent: child, intent: closed, next: proposition + 1 });
    }
  }
  return { pairs: pairs.sort(byWeight), complete };
}

type Node = { extent: Bits; intent: Bits; next: number };

/** Every proposition that all of these organizations are with. */
function closure({ propositions, supporters }: Support, extent: Bits): Bits {
  const intent = makeBits(propositions);
  for (let proposition = 0; proposition < propositions; proposition++)
    if (isWithin(extent, supporters[proposition] as Bits)) addBit(intent, proposition);
  return intent;
}

/** Whether closing added nothing that comes before: then this is the one way that counts. */
function isCanonical(before: Bits, after: Bits, proposition: number): boolean {
  const word = proposition >>> 5;
  for (let at = 0; at < word; at++) if (before[at] !== after[at]) return false;
  const mask = (1 << (proposition & 31)) - 1;
  return ((before[word] as number) & mask) === ((after[word] as number) & mask);
}

const byWeight = (one: CoalitionBundle, other: CoalitionBundle) =>
  other.organizations.length - one.organizations.length ||
  other.propositions.length - one.propositions.length ||
  compareLists(one.organizations, other.organizations);

function compareLists(one: readonly number[], other: readonly number[]): number {
  for (const [at, value] of one.entries()) {
    const by = value - (other[at] ?? -1);
    if (by !== 0) return by;
  }
  return 0;
}
