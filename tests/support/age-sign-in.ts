import pg from "pg";

/** From now on the sign-in of this person was an hour ago. */
export async function ageSignIn(email: string) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(
    `UPDATE "Session" SET "authenticatedAt" = now() - interval '1 hour'
      WHERE "personId" = (SELECT "id" FROM "Person" WHERE "email" = $1)`,
    [email],
  );
  await client.end();
}
