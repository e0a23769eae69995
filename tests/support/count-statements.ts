import pg from "pg";

/**
 * What a piece of work asks of the database, statement by statement, whoever asks: the client, a raw query, a
 * transaction's own words. Only this process's statements are heard.
 */
export async function listStatements(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string }];
    const text = typeof first === "string" ? first : (first.text ?? "");
    // Asked once of every connection as it is opened, whoever's work that falls into.
    if (text !== "SHOW timezone") statements.push(text);
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}
