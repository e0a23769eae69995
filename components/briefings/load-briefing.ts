import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";

/** One meeting, as this reader may see it. */
export async function loadBriefing(slug: string) {
  await requireAccount();
  const [briefing, viewer] = await Promise.all([orNotFound(api.briefings.get({ id: slug })), getViewer()]);
  return { briefing, zone: viewer.timeZone ?? networkTimeZone() };
}
export type BriefingFacts = Awaited<ReturnType<typeof loadBriefing>>;
