import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import type { PageQuery } from "../talking-points-query";

/** A point, and the organizations whose comment tables this reader takes and brings back. */
export async function loadCommentTable(slug: string, query: PageQuery) {
  await requireAccount();
  const [point, { viewer }] = await Promise.all([
    orNotFound(api.talkingPoints.get({ id: slug })),
    orNotFound(api.talkingPoints.comments.list({ id: slug, limit: 1 })),
  ]);
  const organizations = point.viewer.organizations
    .map(({ organization }) => organization)
    .filter((it) => viewer.speaksFor.includes(it.slug));
  const organization = organizations.find((it) => it.slug === query.organization) ?? organizations[0] ?? null;
  return { point, organizations, organization };
}
export type CommentTableFacts = Awaited<ReturnType<typeof loadCommentTable>>;
