import { getLocale } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { giveZones } from "@/lib/platform/time/give-zones";
import type { ThingOptions } from "./thing-options";

/** What can be put on an agenda: the standing recommendations, what the network discusses, and its propositions. */
async function loadThings(): Promise<ThingOptions> {
  const locale = await getLocale();
  const [recommendations, points, propositions] = await Promise.all([
    collectPages((place) => api.report.recommendations(place)),
    collectPages((place) => api.talkingPoints.list({ ...place, sort: "title" })),
    collectPages((place) => api.themes.propositions(place)),
  ]);
  return {
    recommendation: recommendations
      .filter((it) => it.standing)
      .map((it) => ({ ref: it.ref, mark: it.ref, area: it.regimeArea, title: it.title[locale] })),
    point: points
      .filter((it) => it.status !== "draft" && it.status !== "retired")
      .map((it) => ({
        ref: it.slug,
        mark: "",
        area: it.regimeAreas[0] ?? "",
        title: pickLanguage(it.title, locale)?.text ?? it.slug,
      })),
    proposition: propositions.map((it) => ({
      ref: it.slug,
      mark: String(it.number),
      area: it.regimeArea,
      title: it.title[locale],
    })),
  };
}

/** The agenda as a page reads it: who raises and who answers comes along for the caucus, and for whoever prepares it. */
export async function loadAgendaSection(slug: string) {
  await requireAccount();
  const agenda = await orNotFound(api.briefings.agenda.get({ id: slug }));
  const { part } = agenda.briefing;
  const [roles, things] = await Promise.all([
    part === "caucus" && agenda.partOf ? api.briefings.agenda.get({ id: agenda.partOf.slug, caucus: "true" }) : null,
    agenda.viewer.proposesFor.length > 0 ? loadThings() : null,
  ]);
  return { agenda, roles, things };
}
export type AgendaFacts = Awaited<ReturnType<typeof loadAgendaSection>>;

/** The desk, for whoever hosts; everybody else in the network reads the agenda there. */
export async function loadAgendaDesk(slug: string) {
  const facts = await loadAgendaSection(slug);
  const { mayEdit, mayMark } = facts.agenda.viewer;
  if (!mayEdit && !mayMark) return { facts, desk: null };
  const [viewer, agenda, things] = await Promise.all([
    getViewer(),
    api.briefings.agenda.get({ id: slug, caucus: "true" }),
    facts.things ?? loadThings(),
  ]);
  return { facts, desk: { agenda, things, writer: viewer.personId ?? "", zones: giveZones([agenda.briefing.zone]) } };
}
export type DeskFacts = NonNullable<Awaited<ReturnType<typeof loadAgendaDesk>>["desk"]>;
