import { requireAccount } from "@/components/accounts/require-account";
import { api, getViewer } from "@/lib/api/server";
import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { type PageQuery, parseBriefingsQuery } from "./briefings-query";

const rowsShown = 50;
const pastShown = 20;

/** What is overdue and what comes next, whole as far as a page goes; what is past, page by page. */
export async function loadBriefings(query: PageQuery) {
  await requireAccount();
  const { cursor, ...choice } = parseBriefingsQuery(query);
  const [viewer, overdue, next, past] = await Promise.all([
    getViewer(),
    api.briefings.list({ ...choice, when: "overdue", limit: rowsShown }),
    api.briefings.list({ ...choice, when: "next", limit: rowsShown }),
    api.briefings.list({ ...choice, when: "past", limit: pastShown, ...(cursor && { cursor }) }),
  ]);
  return { overdue, next, past, choice, cursor, pastShown, zone: viewer.timeZone ?? networkTimeZone() };
}
export type BriefingsFacts = Awaited<ReturnType<typeof loadBriefings>>;
