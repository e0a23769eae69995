import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { compareIn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { allOrganizationsOf } from "@/lib/viewer/rules";
import type { AgreementQuery } from "../agreement-query";
import type { DifferencesQuery } from "./differences-query";

/** Everything the comparison of two organizations shows; without two of them, who could be compared. */
export async function loadComparison(choice: AgreementQuery, { one, other, since }: DifferencesQuery, locale: Locale) {
  const { theme, on: asOf, cursor } = choice;
  const question = { ...(theme && { theme }), ...(asOf && { asOf }) };
  const [viewer, { items: themes }, { organizations, ...agreement }] = await Promise.all([
    getViewer(),
    api.themes.list({}),
    api.agreement.get({ ...question, limit: 200 }),
  ]);
  const own = allOrganizationsOf(viewer).find((it) => organizations.some(({ slug }) => slug === it.slug))?.slug;
  const first = one ?? own;
  const changes = since
    ? await orNotFound(api.agreement.changes({ ...question, since, ...(cursor && { cursor }) }))
    : null;
  const told =
    !since && first && other && first !== other
      ? await orNotFound(api.agreement.differences({ ...question, organization: first, other }))
      : null;
  const names = organizations
    .map(({ slug, short }) => ({ slug, short: short[locale] }))
    .sort((a, b) => compareIn(locale)(a.short, b.short));
  return { choice, themes, names, one: first, other, since, told, changes, asOf: agreement.asOf };
}

export type Comparison = Awaited<ReturnType<typeof loadComparison>>;
