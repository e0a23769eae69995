import type { InferRouterInputs } from "@orpc/server";
import type { Router } from "@/lib/api/router";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import type { FormValues } from "../forms/saved-values";

type Change = InferRouterInputs<Router>["organizations"]["change"];

/** The current profile as form values, under the API's field names. */
export const valuesOf = (it: OrganizationDetail): FormValues => ({
  "name.en": it.name.en,
  "name.fr": it.name.fr,
  "short.en": it.short.en,
  "short.fr": it.short.fr,
  type: it.type,
  province: it.province,
  workingLanguage: it.workingLanguage,
  "mandate.en": it.mandate.en,
  "mandate.fr": it.mandate.fr,
  website: it.website ?? "",
  listing: it.listing,
  signOffKind: it.signOffKind,
  signOffTypicalDays: String(it.signOffTypicalDays),
  "signOffRule.en": it.signOffRule.en,
  "signOffRule.fr": it.signOffRule.fr,
  "signOffAlternate.en": it.signOffAlternate.en,
  "signOffAlternate.fr": it.signOffAlternate.fr,
});

/** Only what differs from what was read, so that nothing is written over that nobody touched. */
export function toChange(slug: string, before: FormValues, now: FormValues): Change {
  const changed = Object.keys(before).filter((name) => (now[name] ?? "") !== before[name]);
  const change: Record<string, unknown> = {};
  for (const name of changed) {
    const [field = name, language] = name.split(".");
    if (language) change[field] = { en: now[`${field}.en`], fr: now[`${field}.fr`] };
    else if (field === "signOffTypicalDays") change[field] = now[name] ? Number(now[name]) : null;
    else change[field] = field === "website" && !now[name] ? null : now[name];
  }
  return { slug, ...change } as Change;
}
