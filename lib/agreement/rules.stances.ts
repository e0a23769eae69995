import { type Stance, stances } from "@/lib/positions/schema";
import { type MemberStance, noneStated, type Reservation } from "./rules";
import type { Stated } from "./schema";

const nothingReserved: Reservation = {};
const plain = new Map<Stance, MemberStance>(
  stances.map((stance) => [stance, { stance, reservation: nothingReserved }]),
);

type StanceHolders = { stance: Stance; organizationIndexes: readonly number[] };

/**
 * What was said of one proposition: one byte for each member, since a public has millions of answers, and a text only for
 * whoever wrote one.
 *
 * @param places of the members, by their id
 * @param reservations by the member's id
 */
export function gatherStances(
  held: readonly StanceHolders[],
  places: ReadonlyMap<string, number>,
  reservations?: ReadonlyMap<string, Reservation>,
) {
  const codes = new Uint8Array(places.size);
  const stated: Stated = noneStated();
  for (const { stance, organizationIndexes: by } of held) {
    const code = 1 + stances.indexOf(stance);
    for (const place of by) codes[place] = code;
    stated[stance] += by.length;
  }
  const get = (member: string): MemberStance | undefined => {
    const stance = stances[(codes[places.get(member) ?? -1] ?? 0) - 1];
    const reservation = reservations?.get(member);
    return stance && (reservation ? { stance, reservation } : plain.get(stance));
  };
  return { stated, stances: { get } };
}
