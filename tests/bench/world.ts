import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";

/** A talking point on which this organization may answer, with the words that are shown. */
export type AnswerablePoint = { slug: string; version: number; digest: string };
type WritablePosition = { organization: string; proposition: string; version: string };

/** Who asks, and about what. */
export type World = {
  /** What PostgreSQL says of itself: an acknowledged write is on the disk. */
  durable: string;
  cookie: string;
  organization: string;
  proposition: string;
  /** Where each may write without meeting the other. */
  places: { product: WritablePosition[]; twin: WritablePosition[] };
  talkingPoint: string;
  briefing: string;
  points: AnswerablePoint[];
};

const writers = 16;
const organization = "prairie-horizon";

/** Signs one of the demonstration's people in, and finds what they may write on. */
export async function makeWorld(client: pg.Client): Promise<World> {
  const durable = (await client.query<{ synchronous_commit: string }>("SHOW synchronous_commit")).rows[0];
  const { rows } = await client.query<{ slug: string; version: number }>(
    `SELECT p."slug", h."version" FROM "Position" h
     JOIN "Proposition" p ON p."id" = h."propositionId" JOIN "Organization" o ON o."id" = h."organizationId"
     WHERE o."slug" = $1 AND h."standing" IS NOT NULL ORDER BY p."number"`,
    [organization],
  );
  const places = rows.map(({ slug, version }) => ({ organization, proposition: slug, version: `"${version}"` }));
  if (places.length < 2 * writers) throw new Error(`the demonstration has only ${places.length} places to write on`);
  return {
    durable: durable?.synchronous_commit ?? "unknown",
    cookie: await signIn(client),
    organization,
    proposition: places.at(-1)?.proposition ?? "",
    talkingPoint: "no-licence-for-force",
    briefing: "foreign-affairs-2",
    points: await findPoints(client),
    places: { product: places.slice(0, writers), twin: places.slice(writers, 2 * writers) },
  };
}

/** Points whose words in force stand equal in both languages, so that nothing keeps anybody from answering. */
async function findPoints(client: pg.Client): Promise<AnswerablePoint[]> {
  const { rows } = await client.query<AnswerablePoint>(
    `SELECT p."slug", v."number" AS "version", v."digest" FROM "TalkingPoint" p
     JOIN "TalkingPointVersion" v ON v."talkingPointId" = p."id" AND v."number" = p."currentVersion"
     WHERE p."status" IN ('in_discussion', 'usable', 'cautioned') AND NOT EXISTS (
       SELECT 1 FROM "TalkingPointClause" c
       LEFT JOIN LATERAL (
         SELECT j."parity" FROM "TalkingPointParity" j
         WHERE j."talkingPointId" = c."talkingPointId" AND j."version" = c."version" AND j."clauseKey" = c."key"
         ORDER BY j."number" DESC LIMIT 1
       ) last ON true
       WHERE c."talkingPointId" = v."talkingPointId" AND c."version" = v."number" AND last."parity" IS DISTINCT FROM 'equal')
     ORDER BY p."slug"`,
  );
  if (rows.length < 4) throw new Error(`the demonstration has only ${rows.length} talking points to answer`);
  return rows;
}

async function signIn(client: pg.Client): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await client.query(
    `INSERT INTO "Session" ("id", "tokenHash", "personId", "expiresAt")
     SELECT gen_random_uuid(), $1, "id", now() + interval '1 day' FROM "Person" WHERE "email" = $2`,
    [createHash("sha256").update(secret).digest("hex"), `signatory.${organization}@demo.example`],
  );
  return `concerted-session=${secret}`;
}
