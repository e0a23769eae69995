import type { ClientBase } from "pg";

/**
 * Every connection speaks UTC. Prisma's adapter writes and reads moments by their digits alone, so that a session in another zone
 * would shift every one of them, without an error. A pooler between may drop what a connection asks for as it starts: then it is
 * set here and, where that does not hold either, the connection is not used.
 */
export async function requireUtc(client: Pick<ClientBase, "query">): Promise<void> {
  const read = async () => String((await client.query("SHOW timezone")).rows[0]?.TimeZone);
  if ((await read()) === "UTC") return;
  await client.query("SET TIME ZONE 'UTC'");
  const zone = await read();
  if (zone !== "UTC") throw new Error(`the database's session stays in the time zone ${zone}: it has to be in UTC`);
}
