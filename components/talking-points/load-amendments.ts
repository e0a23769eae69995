import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { requireAccount } from "@/components/accounts/require-account";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";
import type { DeskDisplay } from "./desk-rows";
import { loadOptions } from "./load-writing";
import type { PageQuery } from "./talking-points-query";

const amendmentsOf = (id: string) => collectPages((place) => api.talkingPoints.amendments.list({ id, ...place }));

const isId = (id: string) => z.uuid().safeParse(id).success;

/** One amendment with the text that it is to, and the others that it can give way to. */
export async function loadAmendment(slug: string, id: string) {
  await requireAccount();
  if (!isId(id)) notFound();
  const [viewer, point, amendment, discussion] = await Promise.all([
    getViewer(),
    orNotFound(api.talkingPoints.get({ id: slug })),
    orNotFound(api.talkingPoints.amendments.get({ id: slug, amendment: id })),
    orNotFound(api.talkingPoints.comments.list({ id: slug, amendment: id, limit: 100 })),
  ]);
  const writer = viewer.personId ?? "";
  return { point, amendment, discussion, writer, amendments: await amendmentsOf(slug) };
}
export type AmendmentFacts = Awaited<ReturnType<typeof loadAmendment>>;

/** Writing an amendment to the words in force, or going on with a draft of one. */
export async function loadAmending(slug: string, query: PageQuery, id?: string) {
  await requireAccount();
  if (id !== undefined && !isId(id)) notFound();
  const point = await orNotFound(api.talkingPoints.get({ id: slug }));
  const draft =
    id === undefined ? null : await orNotFound(api.talkingPoints.amendments.get({ id: slug, amendment: id }));
  if (draft && !draft.viewer.mayEdit) notFound();
  const [viewer, options, locale] = await Promise.all([getViewer(), loadOptions(), getLocale()]);
  const organizations = draftingOrganizationsOf(viewer).map((it) => ({
    value: it.slug,
    label: locale === "fr" ? it.nameFr : it.nameEn,
  }));
  const asked = z.string().safeParse(query.clause).data;
  const clause = point.text.clauses.find(({ key }) => key === asked)?.key ?? point.text.clauses[0]?.key ?? "";
  return {
    point,
    draft,
    clause,
    /** As the address has it, whatever the text still holds: what was typed is kept under it. */
    asked: asked ?? "",
    organizations,
    sources: options.sources,
    offices: options.offices,
    writer: viewer.personId ?? "",
  };
}
export type AmendingFacts = Awaited<ReturnType<typeof loadAmending>>;

/** The desk: the text as it would read, all that is proposed to it, and whom a version would ask again. */
export async function loadConsolidation(slug: string, query: PageQuery) {
  await requireAccount();
  const [point, preview, amendments] = await Promise.all([
    orNotFound(api.talkingPoints.get({ id: slug })),
    orNotFound(api.talkingPoints.amendments.preview({ id: slug })),
    orNotFound(amendmentsOf(slug)),
  ]);
  const display: DeskDisplay = {
    clean: query.clean === "true",
    language: query.text === "en" || query.text === "fr" ? query.text : undefined,
  };
  return { point, preview, amendments, display };
}
export type ConsolidationFacts = Awaited<ReturnType<typeof loadConsolidation>>;
