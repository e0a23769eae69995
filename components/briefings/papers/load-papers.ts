import { requireAccount } from "@/components/accounts/require-account";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";

/** Every paper of a meeting, and for whom this reader may hand in another. */
export async function loadPapers(slug: string) {
  await requireAccount();
  const [viewer, list] = await Promise.all([
    getViewer(),
    orNotFound(api.briefings.papers.list({ id: slug, limit: 100 })),
  ]);
  const papers = list.nextCursor
    ? await collectPages((place) => api.briefings.papers.list({ ...place, id: slug }))
    : list.items;
  return {
    slug,
    papers,
    meeting: list.meeting,
    agenda: list.agenda,
    viewer: list.viewer,
    writer: viewer.personId ?? "",
  };
}
export type PapersFacts = Awaited<ReturnType<typeof loadPapers>>;
