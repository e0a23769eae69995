import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { listTimeZoneOptions } from "@/components/forms/time-zone-options";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { type PageQuery, parsePlanQuery } from "./briefings-query";
import { emptyValues, valuesOfChange, valuesOfNext } from "./plan-values";

async function loadOptions(zone: string, hosts: readonly string[]) {
  const locale = await getLocale();
  const [{ organizations: named, offices }, zones] = await Promise.all([
    api.briefings.invitable(),
    listTimeZoneOptions(zone),
  ]);
  const organizations = named.map(({ slug, name }) => ({ value: slug, label: name[locale] }));
  return {
    organizations,
    hosts: organizations.filter(({ value }) => hosts.includes(value)),
    offices: offices.map(({ slug, title }) => ({ value: slug, label: title[locale] })),
    zones,
  };
}

/** A new meeting, for whoever may call one; after another, with the frame of that. */
export async function loadPlanning(query: PageQuery) {
  await requireAccount();
  const { follows } = parsePlanQuery(query);
  const [viewer, { viewer: own }] = await Promise.all([getViewer(), api.briefings.list({ limit: 1 })]);
  const followed = follows ? await orNotFound(api.briefings.get({ id: follows })) : null;
  if (followed && !followed.viewer.mayPlanNext) notFound();
  const zone = followed?.zone ?? networkTimeZone();
  const hosts = followed ? [followed.host.slug] : own.mayPlanFor;
  return {
    options: await loadOptions(zone, hosts),
    initial: followed ? valuesOfNext(followed) : emptyValues(hosts[0] ?? "", zone),
    ...{ follows, followed, writer: viewer.personId ?? "" },
  };
}
export type PlanningFacts = Awaited<ReturnType<typeof loadPlanning>>;

/** The frame of a meeting, for its host. */
export async function loadFrame(slug: string) {
  await requireAccount();
  const [viewer, briefing] = await Promise.all([getViewer(), orNotFound(api.briefings.get({ id: slug }))]);
  if (!briefing.viewer.mayChange) notFound();
  return {
    options: await loadOptions(briefing.zone, [briefing.host.slug]),
    initial: valuesOfChange(briefing),
    ...{ briefing, writer: viewer.personId ?? "" },
  };
}
export type FrameFacts = Awaited<ReturnType<typeof loadFrame>>;
