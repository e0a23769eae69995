/** Upper bound of named statements per process: IN lists of every length must not fill the server's memory. */
const maxNames = 1_000;

/**
 * Names for statements, by which each connection reads and plans them once instead of every time.
 * One that comes a single time is not worth a place in the database's memory: from the second time on there is a name, until then "".
 */
export function namePreparedStatements() {
  const names = new Map<string, string>();
  let given = 0;
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql);
    if (known) return known;
    if (known === undefined) {
      if (names.size < maxNames) names.set(sql, "");
      return "";
    }
    given += 1;
    const name = `s${given}`;
    names.set(sql, name);
    return name;
  };
}
