import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { buildJoin } from "@/prisma/seed/build-annotations";
import { as, given } from "@/tests/support/builders";
import { writeTable } from "./read";
import { readDifferences, writeDifferences } from "./read.differences";

const days = (ago: number) => new Date(Date.now() - ago * 86_400_000);

let organization: Awaited<ReturnType<typeof given.organization>>;
let joiner: Awaited<ReturnType<typeof given.organization>>;
let proposition: Awaited<ReturnType<typeof given.proposition>>;

beforeAll(async () => {
  const since = { listing: "public", createdAt: days(900) } as const;
  [organization, joiner] = [await given.organization(since), await given.organization(since)];
  proposition = await given.proposition();
  const said = { stance: "support_with_reservation", visibility: "public" } as const;
  const { id } = await given.standing({ organization, proposition, ...said, since: days(60) });
  const mandate = { authorizedBy: "Board", instrument: "Resolution 1", instrumentDate: days(90) };
  const join = buildJoin({ positionId: id, organizationId: joiner.id }, { by: randomUUID(), at: days(20), mandate });
  await db.joinStep.create({ data: join });
});

/** What the file says beside the stance of the organization on this proposition. */
async function readGridCells(viewer: Viewer, asOf?: string) {
  const { text } = await writeTable(viewer, { format: "csv", language: "en", ...(asOf && { asOf }) });
  const rows: Record<string, string>[] = parse(text, { columns: true });
  const row = rows.find(({ slug }) => slug === proposition.slug);
  const header = `${organization.shortEn} (${organization.code})`;
  return [row?.[`${header}: reservation`], row?.[`${header}: reservation joined by`] ?? ""];
}

test("the grid leaves with who joined each reservation, for whoever may read that, now and on a day that is over", async () => {
  const member = await as(await given.memberOf(await given.organization()));
  const day = (ago: number) => days(ago).toISOString().slice(0, 10);
  expect(await readGridCells(member)).toEqual(["Except by force.", joiner.shortEn]);
  expect(await readGridCells(await as(null))).toEqual(["Except by force.", ""]);
  expect(await readGridCells(member, day(5))).toEqual(["Except by force.", joiner.shortEn]);
  expect(await readGridCells(member, day(40))).toEqual(["Except by force.", ""]);
});

test("so do two organizations compared, on the page and in the file, with a column only where somebody joined", async () => {
  const member = await as(await given.memberOf(await given.organization()));
  // Both answer two more propositions: with fewer than three in common nothing is compared.
  const both = [organization, joiner];
  await given.standing({ organization: joiner, proposition, stance: "oppose", visibility: "public" });
  for (const about of [await given.proposition(), await given.proposition()])
    for (const it of both) await given.standing({ organization: it, proposition: about, visibility: "public" });
  const input = { organization: organization.slug, other: joiner.slug };
  const at = (it: { slug: string }) => it.slug === proposition.slug;
  const readJoins = async (viewer: Viewer) =>
    (await readDifferences(viewer, input)).items.find(at)?.one.reservation?.joinedBy;
  expect(await readJoins(member)).toMatchObject([{ slug: joiner.slug }]);
  expect(await readJoins(await as(null))).toEqual([]);
  const readFileHeader = async (viewer: Viewer) => {
    const { text } = await writeDifferences(viewer, { ...input, language: "en", format: "csv" });
    const rows: { slug: string }[] = parse(text, { columns: true });
    return Object.entries(rows.find(at) ?? {}).filter(([header]) => header.endsWith("reservation joined by"));
  };
  const header = `${organization.shortEn} (${organization.code}): reservation joined by`;
  expect(await readFileHeader(member)).toEqual([[header, joiner.shortEn]]);
  expect(await readFileHeader(await as(null))).toEqual([]);
});
