import { addBit, allBits, type Bits, hasBit, isWithin, keepShared, listBits, makeBits } from "./bits";

/**
 * Who is with what: organizations and propositions as numbers from 0 on, and for each of them the set of the others. What
 * "with" means is the caller's: supports it, or does not oppose it.
 */
export type Support = {
  readonly organizations: number;
  readonly propositions: number;
  /** Per proposition, the organizations with it. */
  readonly supporters: readonly Bits[];
  /** Per organization, the propositions it is with. */
  readonly supported: readonly Bits[];
};

/** @param isWith asked once for every pair */
export function makeSupport(
  organizations: number,
  propositions: number,
  isWith: (organization: number, proposition: number) => boolean,
): Support {
  const supporters = Array.from({ length: propositions }, () => makeBits(organizations));
  const supported = Array.from({ length: organizations }, () => makeBits(propositions));
  for (const [proposition, by] of supporters.entries()) {
    for (const [organization, of] of supported.entries()) {
      if (!isWith(organization, proposition)) continue;
      addBit(by, organization);
      addBit(of, proposition);
    }
  }
  return { organizations, propositions, supporters, supported };
}

/**
 * Who is with every proposition of a bundle; everybody, of an empty one.
 *
 * @param target where the answer is written, so that a question costs no memory
 */
export function findSupporters(
  support: Support,
  bundle: readonly number[],
  target = makeBits(support.organizations),
): Bits {
  const [first, ...others] = bundle;
  if (first === undefined) target.set(allBits(support.organizations));
  else target.set(support.supporters[first] as Bits);
  for (const proposition of others) keepShared(target, support.supporters[proposition] as Bits);
  return target;
}

/** What every one of these organizations is with; everything, of none. */
export function findSharedPropositions(
  support: Support,
  organizations: readonly number[],
  target = makeBits(support.propositions),
): Bits {
  target.set(allBits(support.propositions));
  for (const organization of organizations) keepShared(target, support.supported[organization] as Bits);
  return target;
}

type Walking = {
  readonly proposition: number;
  /** Who of the coalition is not with this proposition. */
  readonly leaves: readonly number[];
  /** Who leaves because of this proposition alone, and would stay without it. */
  readonly onlyOverThis: readonly number[];
};

/** Per proposition of a bundle, as sets: who leaves over it, and who over it alone. */
type WalkingBits = { readonly leaves: readonly Bits[]; readonly onlyOverThis: readonly Bits[] };

/** Room for the answer about a bundle of so many propositions. */
export const makeWalking = ({ organizations }: Support, propositions: number): WalkingBits => ({
  leaves: Array.from({ length: propositions }, () => makeBits(organizations)),
  onlyOverThis: Array.from({ length: propositions }, () => makeBits(organizations)),
});

/**
 * Who of a coalition walks away over each proposition of a bundle, 32 organizations at a time: who misses one is in `once`, who
 * misses another as well is in `again`, and who is in the first alone would stay without that one.
 *
 * @param target where the answer is written, so that a question costs no memory
 */
export function findWalking(
  support: Support,
  bundle: readonly number[],
  coalition: Bits,
  target = makeWalking(support, bundle.length),
): WalkingBits {
  for (let word = 0; word < coalition.length; word++) {
    let [once, again] = [0, 0];
    for (let at = 0; at < bundle.length; at++) {
      const by = support.supporters[bundle[at] as number] as Bits;
      const missing = (coalition[word] as number) & ~(by[word] as number);
      (target.leaves[at] as Bits)[word] = missing;
      again |= once & missing;
      once |= missing;
    }
    const alone = once & ~again;
    for (let at = 0; at < bundle.length; at++) {
      (target.onlyOverThis[at] as Bits)[word] = ((target.leaves[at] as Bits)[word] as number) & alone;
    }
  }
  return target;
}

/** The same, by number, in the order of the organizations given. */
export function findWalkers(support: Support, bundle: readonly number[], organizations: readonly number[]): Walking[] {
  const coalition = makeBits(support.organizations);
  for (const organization of organizations) addBit(coalition, organization);
  const { leaves, onlyOverThis } = findWalking(support, bundle, coalition);
  const listIn = (bits: Bits | undefined) => (bits ? organizations.filter((it) => hasBit(bits, it)) : []);
  return bundle.map((proposition, at) => ({
    proposition,
    leaves: listIn(leaves[at]),
    onlyOverThis: listIn(onlyOverThis[at]),
  }));
}

/** A coalition and its bundle, neither of which could be larger without the other becoming smaller. */
export type CoalitionBundle = { readonly organizations: readonly number[]; readonly propositions: readonly number[] };

/** The same bundle with everything else that its supporters are with too. */
export function closeBundle(support: Support, bundle: readonly number[]): CoalitionBundle {
  const organizations = listBits(findSupporters(support, bundle));
  return { organizations, propositions: listBits(findSharedPropositions(support, organizations)) };
}

/** Whether every one of these organizations is with every proposition of the bundle. */
export function isSupportedByAll(support: Support, { organizations, propositions }: CoalitionBundle): boolean {
  const everybody = findSupporters(support, propositions);
  const these = makeBits(support.organizations);
  for (const organization of organizations) addBit(these, organization);
  return isWithin(these, everybody);
}
