import type { Visibility } from "./schema";

type Confirmer = {
  personId: string;
  name: string | null;
  publicly: boolean;
  themeIds: readonly string[] | null;
};
type Due = { themeId: string; visibility: Visibility };

/** Whether this mandate confirms that position. Public words ask for more. */
const covers = ({ publicly, themeIds }: Confirmer, { themeId, visibility }: Due) =>
  (themeIds === null || themeIds.includes(themeId)) && (visibility !== "public" || publicly);

/** Everybody who can confirm it, whoever can confirm the most of what is due first: one person is asked for as much as can be. */
export function confirmersOf(confirmers: readonly Confirmer[], due: readonly Due[]): (position: Due) => Confirmer[] {
  const reach = new Map<string, Set<Due>>();
  for (const confirmer of confirmers) {
    const covered = reach.get(confirmer.personId) ?? new Set();
    for (const it of due) if (covers(confirmer, it)) covered.add(it);
    reach.set(confirmer.personId, covered);
  }
  const sizeOf = ({ personId }: Confirmer) => reach.get(personId)?.size ?? 0;
  const ranked = [...confirmers].sort((one, other) => sizeOf(other) - sizeOf(one));
  return (position) => ranked.filter((it) => covers(it, position));
}

/** With whom a position is: whoever was asked and still can, else whoever could be asked; null where nobody can. */
export function findConfirmer(able: readonly Confirmer[], asked: readonly string[]) {
  const pending = able.find((it) => asked.includes(it.personId));
  const [first] = able;
  if (pending) return { name: pending.name, personId: pending.personId, asked: true };
  return first ? { name: first.name, personId: first.personId, asked: false } : null;
}
