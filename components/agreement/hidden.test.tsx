import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { groupReasons } from "@/lib/agreement/schema.map";
import { en } from "@/locales/en";
import { fr } from "@/locales/fr";
import { explore, supportIn } from "./explorer/explore";
import type { ExplorerFacts } from "./explorer/explorer-facts";
import { Findings } from "./explorer/findings";
import { Finding } from "./map/finding";

const write = (locale: "en" | "fr", part: ReactElement) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === "fr" ? fr : en} timeZone="America/Toronto">
      {part}
    </NextIntlClientProvider>,
  ).replaceAll(/<[^>]+>/g, "\n");

const codes = ["AA", "BB", "CC", "DD"];
/** One letter for each organization on each of two propositions. */
const facts = (marks: string[]): ExplorerFacts => ({
  propositions: marks.map((_, at) => ({ number: at + 1, slug: `p${at}`, title: `Title ${at}`, theme: "t" })),
  organizations: codes.map((code) => ({ slug: code.toLowerCase(), code, short: code, own: false })),
  marks,
  someHidden: marks.some((it) => it.includes("h")),
});

function render(given: ExplorerFacts, p: string[]) {
  const bundle = { from: "propositions" as const, behind: "support" as const, p, o: [] };
  const explored = explore(given, bundle, supportIn(given, "support"));
  return write("en", <Findings facts={given} bundle={bundle} explored={explored} />);
}

test("of hidden stances the explorer says the least there are, and apart from who does not support it, whose answer is unknown", () => {
  const told = render(facts(["shoh", "ssss"]), ["1", "2"]);
  expect(told).toMatch(/At least 1 organization stands behind all 2/);
  expect(told).toMatch(/1 does not support all 2, and why/);
  expect(told).toMatch(/2 not shown to you, or not recorded/);
  expect(told.indexOf("does not support")).toBeLessThan(told.indexOf("not shown to you, or"));
  expect(render(facts(["hhhh"]), ["1"])).toMatch(/None that you can see stands behind it/);
});

test("where everything is shown the explorer counts exactly, and silence is no refusal", () => {
  const told = render(facts(["sonn", "ssss"]), ["1", "2"]);
  expect(told).toMatch(/1 organization stands behind all 2/);
  expect(told).not.toMatch(/At least/);
  expect(told).toMatch(/1 does not support all 2/);
  expect(told).toMatch(/2 not recorded/);
});

test("the map reports no groups only where groups were tested", () => {
  const map = { marks: [], pulls: [], explained: [0.5, 0.2] as [number, number], separation: 2, cautions: [] };
  const figures = { k: 2, silhouette: 0.3, shuffles: 200, asClean: 36, stability: 0.5 };
  for (const reason of groupReasons) {
    const tested = reason === "asInChance" || reason === "notStable";
    const groups = { letters: [], reason, figures: tested ? figures : null };
    const given = { map: { ...map, groups, alpha: null, notShown: "some" as const, asOf: null } };
    const told = write("en", <Finding facts={given as never} />);
    const untested = reason === "notShown" || reason === "tooFew" || reason === "tooMany";
    expect([reason, /No clear groups/.test(told)]).toEqual([reason, !untested && reason !== "tooSmall"]);
    expect([reason, /Groups not tested/.test(told)]).toEqual([reason, untested]);
  }
});
