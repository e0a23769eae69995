/** Votes from which a participant is placed in a group, where there are that many statements. */
const enough = 7;
/** As many are grouped at least, if they voted at all. */
const fewest = 15;

/**
 * Who is grouped: whoever voted on enough statements; where those are fewer than fifteen, the most active others too.
 *
 * @param votes per participant
 * @returns rows, ascending
 * @source polis-math.md, step 8, for a consultation seen for the first time
 */
export function chooseVoters(votes: Int32Array, statements: number): Int32Array {
  const least = Math.max(1, Math.min(enough, statements));
  let chosen = rowsWhere(votes, (count) => count >= least);
  if (chosen.length >= fewest) return chosen;
  const others = rowsWhere(votes, (count) => count > 0 && count < least);
  const active = [...others].sort((one, other) => (votes[other] as number) - (votes[one] as number) || one - other);
  chosen = Int32Array.from([...chosen, ...active.slice(0, fewest - chosen.length)]);
  return chosen.sort();
}

function rowsWhere(votes: Int32Array, isChosen: (count: number) => boolean): Int32Array {
  const rows = new Int32Array(votes.length);
  let found = 0;
  for (let row = 0; row < votes.length; row++) if (isChosen(votes[row] as number)) rows[found++] = row;
  return rows.slice(0, found);
}
