import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { requireAccount } from "@/components/accounts/require-account";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { slug } from "@/lib/platform/text/schema";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";
import type { PageQuery } from "./talking-points-query";
import { templateNames, valuesOfTemplate } from "./templates";
import { valuesAnew } from "./text-values";

/** What a text may name: themes and what the network takes stances on, documents, and the offices it speaks to. */
export async function loadOptions() {
  const locale = await getLocale();
  const [themes, propositions, documents, offices] = await Promise.all([
    collectPages((place) => api.themes.list(place)),
    collectPages((place) => api.themes.propositions(place)),
    collectPages((place) => api.library.list(place)),
    collectPages((place) => api.offices.list(place)),
  ]);
  const named = <T extends { slug: string; title: { en: string; fr: string } }>({ slug, title }: T) => ({
    value: slug,
    label: title[locale],
  });
  return {
    themes: themes.map(named),
    propositions: propositions.map((it) => ({
      ...named(it),
      label: `${it.number}. ${it.title[locale]}`,
      theme: it.theme,
    })),
    sources: documents.map(named),
    // One that is closed is asked for nothing new; a text that asks it keeps it.
    offices: offices.map((it) => ({ ...named(it), disabled: it.closed })),
  };
}

const one = <T extends z.ZodType>(shape: T) =>
  z.preprocess((it) => (Array.isArray(it) ? it[0] : it) || undefined, shape.optional().catch(undefined));
const proposingQuery = z.object({ template: one(z.enum(templateNames)), anew: one(slug) });

/** A new point, for whoever drafts for an organization: on an empty page, from a template, or from one that was retired. */
export async function loadProposing(query: PageQuery) {
  await requireAccount();
  const { template, anew } = proposingQuery.parse(query);
  const [viewer, options, locale] = await Promise.all([getViewer(), loadOptions(), getLocale()]);
  const organizations = draftingOrganizationsOf(viewer).map((it) => ({
    value: it.slug,
    label: locale === "fr" ? it.nameFr : it.nameEn,
  }));
  const retired = anew ? await orNotFound(api.talkingPoints.get({ id: anew })) : null;
  if (retired && retired.status !== "retired") notFound();
  const organization = organizations[0]?.value ?? "";
  const translators = { en: await translatorIn("en"), fr: await translatorIn("fr") };
  const initial = retired
    ? valuesAnew(retired, organization)
    : template && valuesOfTemplate(template, { translators, organization, known: options });
  return { ...options, organizations, writer: viewer.personId ?? "", template, retired, initial };
}
export type ProposingFacts = Awaited<ReturnType<typeof loadProposing>>;

/** Other words for a point, for those who hold its pen. */
export async function loadEditing(slug: string) {
  await requireAccount();
  const point = await orNotFound(api.talkingPoints.get({ id: slug }));
  const pens = [...point.leads, point.proposedBy].filter(
    (it, at, all) => point.viewer.pens.includes(it.slug) && all.findIndex(({ slug }) => slug === it.slug) === at,
  );
  if (pens.length === 0) notFound();
  const [viewer, options, locale] = await Promise.all([getViewer(), loadOptions(), getLocale()]);
  const organizations = pens.map((it) => ({ value: it.slug, label: it.name[locale] }));
  return { point, ...options, organizations, writer: viewer.personId ?? "" };
}
export type EditingFacts = Awaited<ReturnType<typeof loadEditing>>;
