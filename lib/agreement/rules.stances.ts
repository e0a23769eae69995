import { type Stance, stances } from "@/lib/positions/schema";
import { type MemberStance, noneStated, type Reservation } from "./rules";
import type { Stated } from "./schema";

const nothingReserved: Reservation = {};
const plain = new Map<Stance, MemberStance>(
  stances.map((stance) => [stance, { stance, reservation: nothingReserved }]),
);

type StanceHolders = { stance: Stance; organizationIndexes: readonly number[] };

/**
 * Stances on one proposition, one byte per member (a public network has millions); reservation texts only where there
 * is one.
 *
 * @param indexes of the members, by their id
 * @param reservations by the member's id
 */
export function gatherStances(
  stanceRows: readonly StanceHolders[],
  indexes: ReadonlyMap<string, number>,
  reservations?: ReadonlyMap<string, Reservation>,
) {
  const codes = new Uint8Array(indexes.size);
  const stated: Stated = noneStated();
  for (const { stance, organizationIndexes: by } of stanceRows) {
    const code = 1 + stances.indexOf(stance);
    for (const index of by) codes[index] = code;
    stated[stance] += by.length;
  }
  const get = (member: string): MemberStance | undefined => {
    const stance = stances[(codes[indexes.get(member) ?? -1] ?? 0) - 1];
    const reservation = reservations?.get(member);
    return stance && (reservation ? { stance, reservation } : plain.get(stance));
  };
  return { stated, stances: { get } };
}
