import pg from "pg";
import { expect, expectAccessible, test } from "../tests/support/journey";

/** 14 December in Vancouver, where clocks stopped changing in 2026; the network of the demonstration reads Toronto's. */
const at = "2026-12-15T06:30:00.000Z";

const texts = {
  en: {
    history: "How this position came about",
    coalition: /^15 December 2026 01:30/,
    reader: "Mon 14 Dec, 23:30, Vancouver (UTC−7)",
  },
  fr: {
    history: "Le parcours de cette position",
    coalition: /^15 décembre 2026 1\u00a0h\u00a030/,
    reader: "lun. 14 déc., 23\u00a0h\u00a030, Vancouver (UTC−7)",
  },
};

async function query<Row>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(text, values);
  await client.end();
  return rows;
}

const people = { en: "tamarack-relief", fr: "grey-heron" };

/** What stands first for this organization was signed off once more, at that moment. */
async function signOffThen(organization: string): Promise<string> {
  const [row] = await query<{ slug: string }>(
    `WITH "signed" AS (
       INSERT INTO "PositionStep" ("positionId", "number", "kind", "revision", "at", "actorId")
       SELECT h."id", (SELECT max(s."number") + 1 FROM "PositionStep" s WHERE s."positionId" = h."id"),
         'signed_off', h."standing", $2::timestamptz, gen_random_uuid()
       FROM "Position" h JOIN "Organization" o ON o."id" = h."organizationId"
       WHERE o."slug" = $1 AND h."standing" IS NOT NULL ORDER BY h."id" LIMIT 1
       RETURNING "positionId")
     SELECT p."slug" FROM "signed" JOIN "Position" h ON h."id" = "signed"."positionId"
     JOIN "Proposition" p ON p."id" = h."propositionId"`,
    [organization, at],
  );
  if (!row) throw new Error("nothing stands for them");
  return row.slug;
}

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a sign-off of December is read in Vancouver at the hour of its law, whatever the browser believes (${locale})`, async ({
    as,
  }) => {
    const organization = people[locale];
    const email = `rep.${organization}@demo.example`;
    await query(`UPDATE "Person" SET "timeZone" = 'America/Vancouver' WHERE "email" = $1`, [email]);
    const proposition = await signOffThen(organization);
    const page = await as(email, { locale });
    await page.goto(`/${locale}/positions/${organization}/${proposition}`);
    const step = page.getByRole("list", { name: t.history }).getByRole("listitem").first();
    await expect(step.locator("time")).toHaveText(t.coalition);
    await expect(step.getByText(t.reader, { exact: true })).toBeVisible();
    await expect(page.getByText("22:30").or(page.getByText("22\u00a0h\u00a030"))).toHaveCount(0);
    // This browser's own data is of before: were it asked, the page would be an hour off. A newer one makes this line needless.
    const itself = await page.evaluate(
      (iso) =>
        new Intl.DateTimeFormat("en", {
          ...{ timeZone: "America/Vancouver", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
        } as Intl.DateTimeFormatOptions).format(new Date(iso)),
      at,
    );
    expect(itself).toBe("22:30");
    await expectAccessible(page);
  });
}
