import pg from "pg";

/** A time zone that is a planted word: the database takes none, so its owner lets it, in this world alone. */
export async function takeAnyTimeZone() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await client.query(`ALTER TABLE "Person" DROP CONSTRAINT "a_zone_that_is_known"`);
  await client.end();
}
