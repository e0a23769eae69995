type Covering = { clauses: readonly string[] };
type Keyed = { key: string; number: number };

/** The numbers of the clauses that an answer is about; none where it is about the whole text. */
export function coveredNumbers({ clauses }: Covering, text: readonly Keyed[]): number[] {
  const covered = text.filter(({ key }) => clauses.includes(key));
  return covered.length === text.length ? [] : covered.map(({ number }) => number);
}

/** Whoever answered to some clauses alone has not answered to the text. */
export const coversWhole = (answer: Covering, text: readonly Keyed[]) =>
  answer.clauses.length === 0 || text.every(({ key }) => answer.clauses.includes(key));
