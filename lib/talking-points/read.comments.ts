import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { sliceOrder } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { membershipsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayWrite } from "./policy";
import { commentsReadableBy, maySettle } from "./policy.comments";
import { findPoint, wordingSelect } from "./read.point";
import { findMoment, type Moment } from "./read.state";
import { editableUntil, isResolved, textOf } from "./rules.comments";
import { isSameWording } from "./rules.text";
import type { Comment, CommentList, CommentsInput, Reply } from "./schema.comments";

const messageSelect = ({ before }: Moment) =>
  ({
    id: true,
    at: true,
    language: true,
    quote: true,
    authorId: true,
    organizationId: true,
    organization: { select: organizationNameSelect },
    steps: {
      where: before ? { at: before } : {},
      orderBy: { number: "asc" },
      select: { kind: true, text: true, at: true, organization: { select: organizationNameSelect } },
    },
  }) satisfies Prisma.TalkingPointCommentSelect;

const threadSelect = (moment: Moment) =>
  ({
    ...messageSelect(moment),
    kind: true,
    version: true,
    clause: { select: wordingSelect },
    amendment: { select: { id: true, number: true } },
    replies: {
      where: moment.before ? { at: moment.before } : {},
      orderBy: [{ at: "asc" }, { id: "asc" }],
      select: messageSelect(moment),
    },
  }) satisfies Prisma.TalkingPointCommentSelect;

type MessageRow = Prisma.TalkingPointCommentGetPayload<{ select: ReturnType<typeof messageSelect> }>;
type Thread = Prisma.TalkingPointCommentGetPayload<{ select: ReturnType<typeof threadSelect> }>;
type Wording = Prisma.TalkingPointClauseGetPayload<{ select: typeof wordingSelect }>;

type Reading = {
  viewer: Viewer;
  moment: Moment;
  /** The clauses as they read at that moment. */
  wordings: ReadonlyMap<string, Wording>;
  leads: readonly { organizationId: string }[];
  themeIds: readonly string[];
};

const newestFirst = sliceOrder<{ id: string; at: Date }>("comments, newest first", ({ id, at }) => [-at.getTime(), id]);

/** What was message of a point, each remark with its replies, the newest first: now, or at the end of a day. */
export async function listComments(viewer: Viewer, input: CommentsInput): Promise<CommentList> {
  const moment = await findMoment(input.asOf);
  const { point, reading } = await findReading(viewer, input.id, moment);
  const heads = await db.talkingPointComment.findMany({
    where: { AND: [commentsReadableBy(viewer, point), filterBy(input), { talkingPointId: point.id, parentId: null }] },
    select: {
      ...{ id: true, at: true },
      steps: {
        where: { kind: { in: ["resolved", "reopened"] }, ...(moment.before && { at: moment.before }) },
        orderBy: { number: "desc" },
        take: 1,
        select: { kind: true },
      },
    },
  });
  const then = heads.filter(({ at }) => !moment.before || at < moment.before.lt);
  const asked = then.filter(({ steps }) => !input.state || isResolved(steps) === (input.state === "resolved"));
  const { items: page, ...more } = newestFirst.toSlice(asked, input);
  const threads = await db.talkingPointComment.findMany({
    where: { id: { in: page.map(({ id }) => id) } },
    select: threadSelect(moment),
  });
  const byId = new Map(threads.map((it) => [it.id, it]));
  const { themeIds } = reading;
  const writes = point.status !== "retired" && !moment.past;
  const speaking = membershipsOf(viewer).filter((it) => writes && mayWrite(viewer, { ...it, themeIds }));
  return {
    items: page.flatMap(({ id }) => byId.get(id) ?? []).map((it) => toComment(it, reading)),
    ...more,
    viewer: { speaksFor: speaking.map(({ slug }) => slug) },
  };
}

/** The remark that this comment is, or that it replies to, with all replies. */
export async function getThread(viewer: Viewer, id: string, commentId: string): Promise<Comment> {
  const moment = await findMoment(undefined);
  const { point, reading } = await findReading(viewer, id, moment);
  const thread = await db.talkingPointComment.findFirst({
    where: {
      AND: [
        commentsReadableBy(viewer, point),
        { talkingPointId: point.id, parentId: null },
        { OR: [{ id: commentId }, { replies: { some: { id: commentId } } }] },
      ],
    },
    select: threadSelect(moment),
  });
  if (!thread) throw new Refusal("NOT_FOUND", "noSuchComment");
  return toComment(thread, reading);
}

/** The point that is discussed, and what its remarks are read against. */
async function findReading(viewer: Viewer, id: string, moment: Moment) {
  const point = await findPoint(viewer, id);
  const clauses = moment.before ? await findWordings(point.id, moment.before) : point.current.clauses;
  const wordings = new Map(clauses.map((it) => [it.key, it]));
  const themeIds = point.current.themes.map((it) => it.themeId);
  const reading: Reading = { viewer, moment, wordings, leads: point.leads, themeIds };
  return { point, reading };
}

/** The clauses as they read at the end of a day. */
async function findWordings(talkingPointId: string, createdAt: { lt: Date }): Promise<Wording[]> {
  const text = await db.talkingPointVersion.findFirst({
    where: { talkingPointId, createdAt },
    orderBy: { number: "desc" },
    select: { clauses: { select: wordingSelect } },
  });
  return text?.clauses ?? [];
}

const filterBy = ({ about, clause, amendment }: CommentsInput): Prisma.TalkingPointCommentWhereInput => ({
  ...(about && { amendmentId: about === "text" ? null : { not: null } }),
  ...(clause && { clauseKey: clause }),
  ...(amendment && { amendmentId: amendment }),
});

function toReply(row: MessageRow, { viewer, moment, themeIds }: Reading): Reply {
  const { text, corrections } = textOf(row.steps);
  const until = editableUntil(row.at);
  const own =
    !moment.past &&
    row.authorId === viewer.personId &&
    mayWrite(viewer, { organizationId: row.organizationId, themeIds });
  return {
    ...{ id: row.id, organization: toOrganizationName(row.organization), at: row.at.toISOString() },
    ...{ language: row.language === "en" ? "en" : "fr", quote: row.quote, text },
    corrections: corrections.map((it) => ({ text: it.text, at: it.at.toISOString() })),
    viewer: { editUntil: own && moment.now < until ? until.toISOString() : null, mayCorrect: own },
  };
}

function toComment(row: Thread, reading: Reading): Comment {
  const { viewer, moment, wordings, leads, themeIds } = reading;
  const message = toReply(row, reading);
  const settled = row.steps.filter(({ kind }) => kind === "resolved" || kind === "reopened").at(-1);
  const settles = { saidById: row.organizationId, leads, themeIds };
  const now = row.clause && wordings.get(row.clause.key);
  return {
    ...{ ...message, kind: row.kind, version: row.version },
    clause: row.clause && { key: row.clause.key, number: row.clause.number },
    // What was opened has a number.
    amendment: row.amendment && { id: row.amendment.id, number: row.amendment.number ?? 0 },
    inPlace: row.clause === null || isSameWording(row.clause, now ?? undefined),
    state: settled?.kind === "resolved" ? "resolved" : "open",
    settled: settled ? { by: toOrganizationName(settled.organization), at: settled.at.toISOString() } : null,
    replies: row.replies.map((it) => toReply(it, reading)),
    viewer: {
      ...message.viewer,
      maySettle: moment.past
        ? []
        : membershipsOf(viewer)
            .filter(({ organizationId }) => maySettle(viewer, { ...settles, organizationId }))
            .map(({ slug }) => slug),
    },
  };
}
