import { addBit, allBits, type Bits, countBits, hasBit, isWithin, keepShared, listBits, makeBits } from "./bits";

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
export function findCommonGround(
  support: Support,
  organizations: readonly number[],
  target = makeBits(support.propositions),
): Bits {
  target.set(allBits(support.propositions));
  for (const organization of organizations) keepShared(target, support.supported[organization] as Bits);
  return target;
}

export type Walking = {
  readonly proposition: number;
  /** Who of the coalition is not with this proposition. */
  readonly leaves: readonly number[];
  /** Who leaves because of this proposition alone, and would stay without it. */
  readonly onlyOverThis: readonly number[];
};

/** For each proposition of a bundle, who of these organizations walks away over it. */
export function findWalkers(support: Support, bundle: readonly number[], organizations: readonly number[]): Walking[] {
  const against = organizations.map((organization) => ({
    organization,
    over: bundle.filter((proposition) => !hasBit(support.supported[organization] as Bits, proposition)),
  }));
  return bundle.map((proposition) => {
    const leaving = against.filter(({ over }) => over.includes(proposition));
    return {
      proposition,
      leaves: leaving.map(({ organization }) => organization),
      onlyOverThis: leaving.filter(({ over }) => over.length === 1).map(({ organization }) => organization),
    };
  });
}

/** A coalition and its bundle, neither of which could be larger without the other becoming smaller. */
export type Pair = { readonly organizations: readonly number[]; readonly propositions: readonly number[] };

/** The same bundle with everything else that its supporters are with too. */
export function closeBundle(support: Support, bundle: readonly number[]): Pair {
  const organizations = listBits(findSupporters(support, bundle));
  return { organizations, propositions: listBits(findCommonGround(support, organizations)) };
}

/** Whether every one of these organizations is with every proposition of the bundle. */
export function holds(support: Support, { organizations, propositions }: Pair): boolean {
  const everybody = findSupporters(support, propositions);
  const these = makeBits(support.organizations);
  for (const organization of organizations) addBit(these, organization);
  return isWithin(these, everybody);
}

export const countSupporters = (support: Support, bundle: readonly number[]) =>
  countBits(findSupporters(support, bundle));
