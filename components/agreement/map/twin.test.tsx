import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { AgreementMap } from "@/lib/agreement/schema.map";
import { en } from "@/locales/en";
import { fr } from "@/locales/fr";
import { manyMarks } from "./layout";
import { MapFigure } from "./map-figure";
import { MapTable, tableRows } from "./map-table";
import { toPicture } from "./picture";

const mark = (slug: string, x: number, y: number, given: Partial<AgreementMap["marks"][number]> = {}) => ({
  slug,
  code: slug.slice(0, 2),
  name: { en: slug, fr: slug },
  short: { en: `The ${slug}`, fr: `Le ${slug}` },
  x,
  y,
  answered: 9,
  faint: false,
  group: null,
  ...given,
});

const map: AgreementMap = {
  marks: [
    mark("one", 1.25, -0.5, { group: "A" }),
    mark("two", -2, 0.004, { faint: true, answered: 2 }),
    mark("three", 0.1, 0.1, { group: "B" }),
  ],
  pulls: [{ slug: "first", number: 7, title: { en: "First", fr: "Premier" }, category: "divided", x: 0.5, y: 0.1 }],
  explained: [0.5, 0.2],
  separation: 2,
  cautions: [],
  groups: { letters: ["A", "B"], reason: null, figures: null },
  alpha: 0.2,
  notShown: "none",
  asOf: null,
};
const own = new Set(["three"]);

const write = (locale: "en" | "fr", part: ReactElement) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === "fr" ? fr : en} timeZone="UTC">
      {part}
    </NextIntlClientProvider>,
  );

test.each(["en", "fr"] as const)("the picture and its table tell the same of every organization (%s)", (locale) => {
  const words = locale === "fr" ? fr.agreement.map : en.agreement.map;
  const picture = { ...toPicture({ map, own }, locale), across: "", upward: "", fileName: "" };
  const drawn = write(locale, <MapFigure picture={picture} />);
  const table = write(locale, <MapTable facts={{ map, own }} />);
  for (const it of map.marks) {
    const [link = ""] = new RegExp(`<a [^>]*data-mark="${it.slug}"[\\s\\S]*?</a>`).exec(drawn) ?? [];
    const [row = ""] =
      new RegExp(`<tr[^>]*>(?:(?!</tr>)[\\s\\S])*data-twin="${it.slug}"[\\s\\S]*?</tr>`).exec(table) ?? [];
    const [, x, y] = /data-x="([^"]+)" data-y="([^"]+)"/.exec(link) ?? [];
    const figures = [...row.matchAll(/<data value="([^"]+)"/g)].map((found) => found[1]);
    expect([it.slug, figures]).toEqual([it.slug, [x, y]]);
    expect(figures).toEqual([String(it.x), String(it.y)]);
    for (const said of [it.short[locale], own.has(it.slug) && words.own, it.faint && words.few]) {
      if (!said) continue;
      expect(link).toContain(said);
      expect(row).toContain(said);
    }
    if (it.group) expect([link.includes(` ${it.group}"`), row.includes(`>${it.group}<`)]).toEqual([true, true]);
    expect(link.includes("<rect")).toBe(own.has(it.slug));
    expect(link.includes("stroke-dasharray")).toBe(it.faint);
  }
  expect(drawn.match(/data-mark=/g)).toHaveLength(map.marks.length);
  expect(drawn.match(/data-group=/g)).toHaveLength(map.groups.letters.length);
});

test("thousands of marks are one drawing and pages of a table, and whoever is reached is a link", () => {
  const marks = Array.from({ length: manyMarks + 500 }, (_, at) => mark(`o${at}`, Math.sin(at), Math.cos(3 * at)));
  const large = { map: { ...map, marks, groups: { letters: [], reason: "tooMany" as const, figures: null } }, own };
  const picture = { ...toPicture(large, "en"), across: "", upward: "", fileName: "" };
  const drawn = write("en", <MapFigure picture={picture} />);
  expect(drawn).toContain(`data-cloud="${marks.length}"`);
  expect(drawn.match(/a3 3 0 1 0 6 0/g)).toHaveLength(marks.length);
  expect(drawn.match(/<a /g)).toHaveLength(1);
  const pageFrom = (from: number) =>
    write("en", <MapTable facts={large} steps={{ from, hrefOf: (at) => `?at=${at}` }} />);
  const told = new Set<string>();
  for (let from = 0; from < marks.length; from += tableRows)
    for (const [, slug = ""] of pageFrom(from).matchAll(/data-twin="([^"]+)"/g)) told.add(slug);
  expect(told.size).toBe(marks.length);
  expect(pageFrom(0)).toContain("?at=200");
});
