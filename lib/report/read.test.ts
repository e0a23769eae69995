import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { unescapeFormula } from "@/lib/platform/files/csv";
import { loadReport } from "@/prisma/seed/load-report";
import { readReport } from "@/prisma/seed/read-report";
import { listActors, listErrata, listRecommendations, listTimeline, writeRecommendations, writeTimeline } from "./read";
import { actorList, errataList, recommendationList, timelineList } from "./schema";

const all = { limit: 100 };

beforeAll(async () => {
  await loadReport(readReport());
});

describe("the agenda", () => {
  it("holds 57 standing items, and 3 that are watched", async () => {
    const { items, total, nextCursor } = recommendationList.parse(await listRecommendations(all));
    expect([total, nextCursor]).toEqual([60, null]);
    expect(items.filter((it) => it.standing)).toHaveLength(57);
    expect(items.filter((it) => !it.standing).map((it) => it.ref)).toEqual(["N6", "N7", "N8"]);
  });

  it("is chosen from by area, addressee and kind together", async () => {
    const chosen = { regimeArea: "norm_setting", addressee: "civil_society", kind: "ny_lesson" } as const;
    const { items } = await listRecommendations({ ...chosen, ...all });
    expect(items.map((it) => it.ref)).toEqual(["N1", "N2", "N3", "N4"]);
  });

  it("is searched in both languages, without regard to accents", async () => {
    const found = async (q: string) => (await listRecommendations({ q, ...all })).items.map((it) => it.ref);
    expect(await found("definition etroite")).toContain("S3a");
    expect(await found("narrow definition")).toContain("S3a");
    expect(await found("g2")).toEqual(["G2"]);
    expect(await found("no such words")).toEqual([]);
  });

  it("comes in pages that together are the whole, once each", async () => {
    const refs: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listRecommendations({ limit: 7, ...(cursor ? { cursor } : {}) });
      refs.push(...page.items.map((it) => it.ref));
      cursor = page.nextCursor;
    } while (cursor);
    expect(refs).toEqual((await listRecommendations(all)).items.map((it) => it.ref));
  });
});

describe("the timeline", () => {
  it("is in the order of dates and says where the report prints another one", async () => {
    const { items } = timelineList.parse(await listTimeline(all));
    expect(items.map((it) => it.date)).toEqual(items.map((it) => it.date).toSorted());
    expect(items.filter((it) => it.corrected).map((it) => [it.slug, it.asPrinted, it.erratum?.id])).toEqual([
      ["africa-report", "11/2001", "E01"],
      ["iciss-report", "11/2001", "E02"],
    ]);
  });

  it("tells the report from what came from elsewhere", async () => {
    const inside = await listTimeline({ inSource: "true", ...all });
    const outside = await listTimeline({ inSource: "false", ...all });
    expect(inside.total + outside.total).toBe(41);
    expect(outside.items.every((it) => it.section === null)).toBe(true);
  });
});

describe("errata and actors", () => {
  it("say how sure a correction is", async () => {
    const { items } = errataList.parse(await listErrata({ confidence: "medium", ...all }));
    expect(items.map((it) => it.id)).toContain("E06");
  });

  it("are facts and roles; nothing in an actor can hold a stance", async () => {
    const { items, total } = actorList.parse(await listActors(all));
    expect(total).toBe(50);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(["affiliation", "kind", "locator", "name", "role"]);
  });
});

describe("as files", () => {
  const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

  it("every recommendation carries the notice that it was not a consensus", async () => {
    const rows = rowsOf(await writeRecommendations({}, "en"));
    expect(rows).toHaveLength(60);
    for (const row of rows) expect(row.Notice).toMatch(/not a consensus and may not include all views/);
  });

  it("the same rows and words are in the file as in the list", async () => {
    const { items } = await listRecommendations({ addressee: "dfait", ...all });
    const rows = rowsOf(await writeRecommendations({ addressee: "dfait" }, "fr"));
    expect(rows.map((row) => unescapeFormula(row.Texte ?? ""))).toEqual(items.map((it) => it.text.fr));
  });

  it("a corrected date stands beside the printed one", async () => {
    const rows = rowsOf(await writeTimeline({ q: "S/1998/318" }, "en"));
    expect(rows[0]).toMatchObject({ Date: "1998-04-13", "As printed": "11/2001", Erratum: "E01" });
  });
});
