import type { CompactStances } from "@/lib/agreement/schema.compact-stances";
import { api, getViewer } from "@/lib/api/server";
import { compareIn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { membershipsOf } from "@/lib/viewer/rules";
import type { AgreementQuery } from "../agreement-query";
import type { ExplorerFacts } from "./explorer-facts";

/** A bundle may reach across themes, so all of them are read; the theme narrows what is offered. */
export async function loadExplorer(choice: AgreementQuery, locale: Locale) {
  const { on: asOf } = choice;
  const [viewer, { items: themes }, told] = await Promise.all([
    getViewer(),
    api.themes.list({}),
    api.agreement.letters({ ...(asOf && { asOf }) }),
  ]);
  const own = new Set(membershipsOf(viewer).map(({ slug }) => slug));
  return { choice, themes, explorer: toExplorerFacts(told, own, locale) };
}

export type ExplorerPageFacts = Awaited<ReturnType<typeof loadExplorer>>;

/** What the explorer answers from: everything this reader may read, once, so that no click asks the server. */
function toExplorerFacts(told: CompactStances, own: ReadonlySet<string>, locale: Locale): ExplorerFacts {
  const compare = compareIn(locale);
  const order = told.organizations
    .map(({ slug, code, short }, place) => ({ slug, code, short: short[locale], own: own.has(slug), place }))
    .sort((one, other) => compare(one.short, other.short));
  return {
    propositions: told.propositions.map(({ number, slug, title, theme }) => ({
      number,
      slug,
      title: title[locale],
      theme,
    })),
    organizations: order.map(({ place: _, ...it }) => it),
    marks: told.propositions.map(({ letters }) => order.map(({ place }) => letters[place]).join("")),
    someHidden: told.propositions.some((it) => it.notShown === "some"),
  };
}
