import { randomUUID } from "node:crypto";
import type { TableAnswer } from "@/lib/talking-points/schema.comment-table";
import type { Comment, CommentList } from "@/lib/talking-points/schema.comments";
import { addVersion } from "@/prisma/seed/build-talking-point";
import { buildComment } from "@/tests/support/build-comments";
import { buildPoint, type PointOptions, versionFields } from "@/tests/support/build-points";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import type { MatrixWorld } from "@/tests/support/matrix/world";
import { makeBook } from "@/tests/support/table-files";

type Made = { params: { id: string; comment: string } };
type Options = Partial<PointOptions> & {
  led?: "quiet";
  by?: "ours" | "quiet";
  author?: string;
  minutesAgo?: number;
  resolved?: boolean;
};

/** The network reads it from its second version; the comment is on the first. */
const openedLater: PointOptions["change"] = (built) => {
  const { proposedById } = built.point;
  const fields = versionFields({ organization: { id: proposedById }, title: "Again", slug: "again", clauses: 2 });
  const themeIds = built.themes.map(({ themeId }) => themeId);
  const mandate = { authorizedBy: "Board", instrument: "Resolution 7", instrumentDate: new Date() };
  addVersion(built, { ...fields, themeIds, propositionIds: [] }, { by: randomUUID(), at: new Date(), mandate });
  built.point.openedVersion = 2;
};

/** A point with a comment on its first clause, made for this one request. */
const on =
  (
    options: Options | ((world: MatrixWorld, subject: string) => Options),
    request: (made: Made, world: MatrixWorld) => RequestSpec,
  ): RequestSpecs[string] =>
  async (world, subject) => {
    const {
      led,
      by = "quiet",
      author,
      minutesAgo = 60,
      resolved,
      ...point
    } = typeof options === "function" ? options(world, subject) : options;
    const { id } = await buildPoint({ organization: led ? world[led] : world.ours, theme: world.writing, ...point });
    const steps = [firstStep, ...(resolved ? [{ kind: "resolved" as const, text: null }] : [])];
    const comment = await buildComment({
      point: { id },
      organization: world[by],
      minutesAgo,
      steps,
      ...(author && { author }),
    });
    const made = { params: { id, comment } };
    return { ...made, ...request(made, world) };
  };

const firstStep = { kind: "said" as const, text: "In our hall this reads otherwise." };
const there = () => ({});
const lists = ({ params }: Made): RequestSpec => ({
  sees: (it) => (it as CommentList).items.some(({ id }) => id === params.comment),
});
const commenting = (_: Made, { ours }: MatrixWorld) => ({
  body: { onBehalfOf: ours.slug, version: 1, clause: "clause-1", language: "en", text: "In other words." },
});
const other = () => ({ body: { text: "In other words." } });
const settling = (_: Made, { ours }: MatrixWorld) => ({ body: { onBehalfOf: ours.slug } });
/** Their own comment, for our organization. */
const own = ({ who }: MatrixWorld, subject: string): Options => ({
  by: "ours",
  author: who[subject as keyof typeof who].id || randomUUID(),
});

/** One row that says something, for our organization. */
function filled(_: Made, { ours }: MatrixWorld): RequestSpec {
  const body = new FormData();
  body.set("organization", ours.slug);
  body.set(
    "file",
    makeBook([
      ["Clause", "Language", "Comment", "Proposed wording"],
      ["1", "English", "In other words.", null],
    ]),
  );
  return { body, sees: (it) => (it as TableAnswer).rows.some(({ outcome }) => outcome === "comment") || "no" };
}

export const part: RequestSpecs = {
  "talkingPoints.commentTable.download all": on({}, there),
  "talkingPoints.commentTable.download draft": on({ status: "draft" }, there),
  "talkingPoints.commentTable.download ours": on({}, (_, { ours }) => ({ query: { organization: ours.slug } })),
  "talkingPoints.commentTable.read ours": on({}, filled),
  "talkingPoints.comments.list opened": on({}, lists),
  "talkingPoints.comments.list draft": on({ status: "draft" }, lists),
  "talkingPoints.comments.list before-opening": on({ change: openedLater }, lists),
  "talkingPoints.comments.list speaks-for": on({}, (_, { ours }) => ({
    sees: (it) => (it as CommentList).viewer.speaksFor.includes(ours.slug),
  })),
  "talkingPoints.comments.get opened": on({}, there),
  "talkingPoints.comments.get before-opening": on({ change: openedLater }, there),
  "talkingPoints.comments.get may-settle": on({}, (_, { ours }) => ({
    sees: (it) => (it as Comment).viewer.maySettle.includes(ours.slug),
  })),
  "talkingPoints.comments.post opened": on({}, commenting),
  "talkingPoints.comments.post draft": on({ status: "draft" }, commenting),
  "talkingPoints.comments.edit another": on({ by: "ours" }, other),
  "talkingPoints.comments.edit own": on((world, subject) => ({ ...own(world, subject), minutesAgo: 1 }), other),
  "talkingPoints.comments.correct another": on({ by: "ours" }, other),
  "talkingPoints.comments.correct own": on(own, other),
  "talkingPoints.comments.resolve quiet": on({}, settling),
  "talkingPoints.comments.resolve elsewhere": on({ led: "quiet" }, settling),
  "talkingPoints.comments.reopen quiet": on({ resolved: true }, settling),
};
