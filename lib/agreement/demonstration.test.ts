import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { readExport as readTable } from "@/bin/cli/agreement/read-export";
import { handleRest } from "@/lib/api/handlers";
import { db } from "@/lib/platform/db/client";
import { unescapeFormula } from "@/lib/platform/files/csv";
import { decodeBytes } from "@/lib/platform/files/encoding";
import { anonymousContext } from "@/lib/viewer/api.procedure";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { loadDemonstration } from "@/prisma/seed/load-demonstration";
import { readDemonstration } from "@/prisma/seed/read-demonstration";
import { readReport } from "@/prisma/seed/read-report";
import { stand, viewerOf } from "@/tests/support/agreement-world";
import { packBallots } from "../math/polis/ballots";
import { readAgreement } from "./read";
import { type Counts, counts as countsShape } from "./schema";

const seeded = path.resolve(import.meta.dirname, "../../prisma/seed/expected-agreement.csv");
const expected = parse(readFileSync(seeded, "utf8"), { columns: true }) as Record<string, string>[];
const fields = Object.keys(countsShape.shape) as (keyof Counts)[];

async function fetchAs(viewer: Viewer, place: string) {
  const headers = new Headers();
  const context = { ...anonymousContext, viewer, resHeaders: headers };
  const response = await handleRest(new Request(`http://localhost:3000/api/v1${place}`), context);
  if (!response) throw new Error(`nothing at ${place}`);
  return response;
}

async function readExport(viewer: Viewer, query = "") {
  const response = await fetchAs(viewer, `/agreement/export${query}`);
  const rows = parse(await response.text(), { bom: true, columns: true }) as Record<string, string>[];
  return { headers: response.headers, rows };
}

let member: Viewer;

beforeAll(async () => {
  await loadDemonstration(readDemonstration(), readReport());
  member = await viewerOf("red-cedar");
});

describe("the demonstration network", () => {
  test("every member reads the expected counts and categories, all forty", async () => {
    for (const { slug } of await db.organization.findMany({ select: { slug: true } })) {
      const { propositions } = await readAgreement(await viewerOf(slug), { limit: 200 }, "en");
      const told = propositions.map((it) => ({ proposition_slug: it.slug, ...it.counts, category: it.category }));
      expect(
        told.map((it) => Object.fromEntries(Object.entries(it).map(([key, value]) => [key, String(value)]))),
      ).toEqual(expected);
    }
  });

  test("a visitor reads no category in the themes where something is kept, unless everybody is seen to have answered", async () => {
    const { propositions, cells } = await readAgreement(visitor, { limit: 200 }, "en");
    const hidden = await db.positionRevision.findMany({
      where: { standingOf: { isNot: null }, visibility: { not: "public" } },
      select: { position: { select: { proposition: { select: { theme: { select: { slug: true } } } } } } },
    });
    const themes = new Set(hidden.map((it) => it.position.proposition.theme.slug));
    expect(themes.size).toBe(10);
    // In a theme where something is kept, every row with a blank says so, and a row that everybody answered does not.
    let withheld = 0;
    for (const it of propositions) {
      const row = expected.find((one) => one.proposition_slug === it.slug);
      const said = cells.filter(({ proposition }) => proposition === it.slug).length;
      if (themes.has(it.theme) && said < 14) {
        withheld += 1;
        expect(it).toMatchObject({ notShown: "some", category: null, counts: { not_recorded: null } });
      } else {
        expect(it).toMatchObject({ notShown: "none", category: row?.category });
        expect(fields.map((field) => String(it.counts[field]))).toEqual(fields.map((field) => row?.[field]));
      }
    }
    expect(withheld).toBe(26);
    expect(cells).toHaveLength(386);
  });
});

describe("the grid of a day that is over", () => {
  test("is today's where nothing has changed since, and emptier the further back one looks", async () => {
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const read = async (days: number) => readAgreement(member, { limit: 200, asOf: ago(days) }, "en");
    const { asOf: _, ...today } = await readAgreement(member, { limit: 200 }, "en");
    expect(await read(10)).toEqual({ ...today, asOf: ago(10) });
    const sizes = await Promise.all([60, 200, 350, 500].map(async (days) => (await read(days)).cells.length));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.at(-1)).toBe(0);
    expect(sizes[1]).toBeLessThan(today.cells.length);
  });
});

describe("the grid over REST", () => {
  test("answers what the contract names, and nothing else", async () => {
    const response = await fetchAs(visitor, "/agreement?theme=definition&limit=3");
    const answer = await response.json();
    expect(Object.keys(answer).sort()).toEqual([
      "asOf",
      "cells",
      "members",
      "nextCursor",
      "organizations",
      "propositions",
    ]);
    expect(answer.organizations).toHaveLength(3);
    expect(Object.keys(answer.organizations[0]).sort()).toEqual(["code", "name", "short", "slug"]);
    expect(Object.keys(answer.cells[0]).sort()).toEqual(["organization", "proposition", "stance"]);
    expect(new Set(answer.propositions.map((it: { theme: string }) => it.theme))).toEqual(new Set(["definition"]));
  });

  test.each(["?limit=0", "?limit=201", "?theme=no;pe", "?sort=category"])("refuses %s", async (query) => {
    expect((await fetchAs(visitor, `/agreement${query}`)).status).toBe(400);
  });
});

describe("the CSV", () => {
  test("is a file to keep, in UTF-8, that says that its data are made up", async () => {
    const { headers } = await readExport(member, "?format=csv");
    expect(headers.get("content-type")).toBe("text/csv;charset=utf-8");
    expect(headers.get("content-disposition")).toBe('attachment; filename="concerted-agreement-illustrative-data.csv"');
  });

  test("holds the same facts as the grid, and the full words of every reservation", async () => {
    const { propositions, organizations, cells } = await readAgreement(member, { limit: 200 }, "en");
    const { rows } = await readExport(member);
    expect(rows.map((it) => it.slug)).toEqual(propositions.map((it) => it.slug));
    const stances = new Map(cells.map((it) => [`${it.organization}/${it.proposition}`, it.stance]));
    const words = new Map(
      readDemonstration().positions.map((it) => [`${it.org_slug}/${it.proposition_slug}`, it.reservation_en]),
    );
    for (const [place, it] of propositions.entries()) {
      const row = rows[place] ?? {};
      expect(row).toMatchObject({ number: String(it.number), title: it.title.en, category: it.category });
      for (const field of fields) expect(row[field]).toBe(String(it.counts[field]));
      for (const { slug, code, short } of organizations) {
        const key = `${slug}/${it.slug}`;
        const column = `${short.en} (${code})`;
        expect(row[column]).toBe(stances.get(key) ?? "not_recorded");
        expect(unescapeFormula(row[`${column}: reservation`] ?? "")).toBe(words.get(key) ?? "");
      }
    }
  });

  test.each([
    "en",
    "fr",
  ] as const)("is read back as it was written, and so is the one in the layout of Polis: %s", async (language) => {
    const { cells, organizations } = await readAgreement(member, { limit: 200 }, "en");
    const codes = organizations.map(({ code }) => code).sort();
    const table = await (await fetchAs(member, `/agreement/export?language=${language}`)).arrayBuffer();
    const said = readTable("a.csv", decodeBytes(new Uint8Array(table)), "coalition");
    expect([...said.rows].sort()).toEqual(codes);
    // Whoever is undecided or has no mandate is nowhere on the line from support to opposition.
    const onTheLine = cells.filter(({ stance }) => stance !== "undecided" && stance !== "no_mandate");
    expect(said.matrix.votes).toBe(onTheLine.length);
    const polis = await (await fetchAs(member, "/agreement/polis")).arrayBuffer();
    const ballots = packBallots(new Uint8Array(polis));
    expect(ballots.participants).toBe(organizations.length);
    expect(ballots.votes).toBe(cells.filter(({ stance }) => stance !== "no_mandate").length);
    expect(ballots.statements).toHaveLength(40);
  });

  test("in the layout of Polis says beside each vote what the vote leaves out: the reservation, and which silence it is", async () => {
    const [{ rows: table }, polis] = await Promise.all([readExport(member), fetchAs(member, "/agreement/polis")]);
    const lines = parse(await polis.text(), { bom: true, columns: true }) as Record<string, string>[];
    const { organizations } = await readAgreement(member, { limit: 200 }, "en");
    const silences = new Set<string>();
    for (const line of lines) {
      const { code, short } = organizations.find((it) => it.slug === line.participant) ?? {
        code: "",
        short: { en: "" },
      };
      for (const row of table) {
        const said = row[`${short.en} (${code})`] ?? "";
        const reservation = row[`${short.en} (${code}): reservation`] ?? "";
        expect([line[`stance-${row.number}`], line[`reservation-${row.number}`]]).toEqual([said, reservation]);
        if (line[String(row.number)] === "" || line[String(row.number)] === "0") silences.add(said);
      }
    }
    expect(silences).toEqual(new Set(["undecided", "stand_aside", "no_mandate", "not_recorded"]));
    const open = parse(await (await fetchAs(visitor, "/agreement/polis")).text(), { bom: true, columns: true });
    expect(JSON.stringify(open)).toContain("not_shown");
  });

  test("speaks the reader's language, and keeps to one theme", async () => {
    const { rows, headers } = await readExport(member, "?language=fr&theme=definition");
    expect(headers.get("content-disposition")).toContain("convergences");
    expect(rows[0]).toMatchObject({ title: "Employer une définition étroite", "Eaux-Calmes (SW)": "oppose" });
    expect(rows.every((it) => it.theme === "definition")).toBe(true);
  });

  test("gives a visitor no category and one mark for all who are missing where some are not shown", async () => {
    const { rows } = await readExport(visitor);
    const { propositions } = await readAgreement(visitor, { limit: 200 }, "en");
    for (const [place, it] of propositions.entries()) {
      const values = Object.values(rows[place] ?? {});
      expect(values.includes("some_not_shown")).toBe(it.notShown === "some");
      expect(values.includes("not_recorded") && values.includes("not_shown")).toBe(false);
      if (it.notShown === "some") expect(rows[place]).toMatchObject({ not_recorded: "" });
    }
  });

  test("a change that only its own organization sees changes no byte for others until the next batch", async () => {
    const before = await (await fetchAs(visitor, "/agreement/export")).text();
    const asMember = await (await fetchAs(member, "/agreement/export")).text();
    const proposition = await db.proposition.findFirstOrThrow({ where: { slug: "africa-first" } });
    const organization = await db.organization.findFirstOrThrow({
      where: { positions: { none: { propositionId: proposition.id } }, slug: { not: "red-cedar" } },
    });
    await stand(organization.id, proposition.id, { stance: "oppose", visibility: "organization" });
    expect(await (await fetchAs(visitor, "/agreement/export")).text()).toBe(before);
    expect(await (await fetchAs(member, "/agreement/export")).text()).toBe(asMember);
  });
});
