import { z } from "zod";
import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { longestCursor } from "@/lib/platform/http/pagination";
import type { PageQuery } from "../talking-points-query";

const one = <T extends z.ZodType>(shape: T) =>
  z.preprocess((it) => (Array.isArray(it) ? it[0] : it) || undefined, shape.optional().catch(undefined));
const pageQuery = z.object({
  state: one(z.enum(["open", "resolved"])),
  cursor: one(z.string().max(longestCursor)),
});

/** How many remarks a page of the discussion holds. */
const size = 50;

/** What was said of a point, page by page, and who reads it. */
export async function loadDiscussion(slug: string, query: PageQuery) {
  await requireAccount();
  const choice = pageQuery.parse(query);
  const [viewer, point, discussion] = await Promise.all([
    getViewer(),
    orNotFound(api.talkingPoints.get({ id: slug })),
    orNotFound(api.talkingPoints.comments.list({ id: slug, limit: size, ...choice })),
  ]);
  return { point, discussion, choice, writer: viewer.personId ?? "" };
}
export type DiscussionFacts = Awaited<ReturnType<typeof loadDiscussion>>;
