import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";

/** The poll of a meeting, and who reads it. */
export async function loadDates(slug: string) {
  await requireAccount();
  const [viewer, poll] = await Promise.all([getViewer(), orNotFound(api.briefings.dates.get({ id: slug }))]);
  return { poll, writer: viewer.personId ?? "" };
}
export type DatesFacts = Awaited<ReturnType<typeof loadDates>>;
