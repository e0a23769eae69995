import type { Tx } from "@/lib/platform/db/client";
import { BrokenFile } from "./read-csv";
import type { Report } from "./read-report";
import { deleteOthers, sum, syncTable, type TableChange, unchanged, upsertRows } from "./sync-table";

export const putThemes = (tx: Tx, rows: Report["themes"]): Promise<TableChange> =>
  upsertRows(
    tx,
    "Theme",
    "slug",
    rows.map((row, i) => ({
      slug: row.slug,
      regimeArea: row.regime_area,
      titleEn: row.title_en,
      titleFr: row.title_fr,
      sort: i + 1,
    })),
  );

/** Once the propositions have moved: a theme that something stands under cannot go. */
export async function dropThemes(tx: Tx, rows: Report["themes"]): Promise<TableChange> {
  const kept = rows.map((row) => row.slug);
  const held = await tx.theme.findFirst({
    where: { slug: { notIn: kept }, OR: [{ propositions: { some: {} } }, { mandates: { some: {} } }] },
  });
  if (held)
    throw new BrokenFile("themes.csv", `slug ${held.slug}`, "is gone, but propositions or mandates stand under it");
  return deleteOthers(tx, "Theme", "slug", kept);
}

export async function loadDilemmas(tx: Tx, rows: Report["dilemmas"]): Promise<TableChange> {
  const dilemmas = rows.map((row, i) => ({
    slug: row.slug,
    titleEn: row.title_en,
    titleFr: row.title_fr,
    stateEn: row.state_en,
    stateFr: row.state_fr,
    locator: row.locator,
    sort: i + 1,
  }));
  const change = await syncTable(tx, "Dilemma", "slug", dilemmas);
  const pairs = rows.flatMap((row) => row.proposition_slugs.map((proposition) => ({ dilemma: row.slug, proposition })));
  const wanted = JSON.stringify(pairs);
  const removed = await tx.$executeRaw`
    DELETE FROM "DilemmaProposition" AS held USING "Dilemma" AS d, "Proposition" AS p
    WHERE held."dilemmaId" = d."id" AND held."propositionId" = p."id" AND NOT EXISTS (
      SELECT 1 FROM jsonb_to_recordset(${wanted}::jsonb) AS w (dilemma text, proposition text)
      WHERE w.dilemma = d."slug" AND w.proposition = p."slug")`;
  const added = await tx.$executeRaw`
    INSERT INTO "DilemmaProposition" ("dilemmaId", "propositionId")
    SELECT d."id", p."id" FROM jsonb_to_recordset(${wanted}::jsonb) AS w (dilemma text, proposition text)
    JOIN "Dilemma" AS d ON d."slug" = w.dilemma JOIN "Proposition" AS p ON p."slug" = w.proposition
    ON CONFLICT DO NOTHING`;
  return sum([change, { ...unchanged, added, removed }]);
}
