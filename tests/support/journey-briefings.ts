import { randomUUID } from "node:crypto";
import pg from "pg";

type Planted = {
  slug: string;
  /** Days from today. */
  inDays: number;
  host: string;
  invited: readonly string[];
  /** Free items, by their titles. */
  items?: readonly string[];
  follows?: string;
};

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A meeting of members at ten in Regina, whose clock never changes, with a call for items that is open until the day before. */
export async function plantBriefing(superUrl: string, planted: Planted) {
  const { slug, inDays, host, invited, items = [], follows = null } = planted;
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const id = randomUUID();
    const day = dayIn(inDays);
    await client.query(
      `INSERT INTO "Briefing" ("id", "slug", "kind", "state", "titleEn", "titleFr", "attribution", "hostId", "minutes", "zone",
         "wallStart", "startsAt", "endsAt", "zoneVersion", "callClosesOn", "followsId", "stampedAt", "createdAt")
       SELECT $1, $2, 'civil_society', 'scheduled', $3, $4, 'not_for_attribution', o."id", 60, 'America/Regina', $5, $6,
         $6::timestamptz + interval '1 hour', 'planted', $7, (SELECT "id" FROM "Briefing" WHERE "slug" = $8), now(), now()
       FROM "Organization" o WHERE o."slug" = $9`,
      [
        id,
        slug,
        `Meeting ${slug}`,
        `Rencontre ${slug}`,
        `${day}T10:00`,
        `${day}T16:00Z`,
        dayIn(inDays - 1),
        follows,
        host,
      ],
    );
    await client.query(
      `INSERT INTO "BriefingInvitee" ("id", "briefingId", "organizationId")
       SELECT gen_random_uuid(), $1, "id" FROM "Organization" WHERE "slug" = ANY($2)`,
      [id, invited],
    );
    for (const [at, title] of items.entries())
      await client.query(
        `INSERT INTO "AgendaItem" ("id", "briefingId", "number", "kind", "titleEn", "titleFr", "minutes", "createdAt")
         VALUES (gen_random_uuid(), $1, $2, 'free', $3, $3, 15, now())`,
        [id, at + 1, title],
      );
  } finally {
    await client.end();
  }
}
