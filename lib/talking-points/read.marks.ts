import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { mayEndorse, mayReadAllMarks, mayReadMarks, readableBy } from "./policy";
import { findMarks, type MarkRow } from "./read.mark-rows";
import { findAnswersTo } from "./read.round-members";
import { toConvenerView } from "./read.walk-away";
import { pointAt } from "./rules.address";
import type { Text } from "./rules.amendments";
import { isOpen } from "./rules.endorsements";
import { clausesNamedBy, isConsulted } from "./rules.marks";
import type { WalkAway, WalkAwayInput } from "./schema.marks";
import { clauseTextSelect } from "./write.context";

const pointSelect = {
  id: true,
  status: true,
  currentVersion: true,
  current: {
    select: {
      ...{ digest: true, titleEn: true, titleFr: true },
      themes: { select: { themeId: true } },
      clauses: { orderBy: { number: "asc" }, select: { ...clauseTextSelect, number: true } },
    },
  },
} as const;

/**
 * Who walks away, as this viewer may know it: the convener by name, an organization its own marks, and every reader how many
 * have marked, and one sentence of each clause that was said in a night and never changes.
 */
export async function getWalkAway(viewer: Viewer, input: WalkAwayInput): Promise<WalkAway> {
  const point = await db.talkingPoint.findFirst({
    where: { AND: [readableBy(viewer), pointAt(input.id)] },
    select: pointSelect,
  });
  if (!point) throw new Refusal("NOT_FOUND", "noSuchTalkingPoint");
  const { id: talkingPointId, currentVersion: version } = point;
  const { digest, clauses } = point.current;
  const of = { talkingPointId, version };
  const members = await db.organization.findMany({
    where: { status: "member" },
    orderBy: { slug: "asc" },
    select: { ...organizationNameSelect, id: true },
  });
  const answers = await findAnswersTo(db, talkingPointId, version);
  const rows = await findMarks(db, [of]);
  const notes = await db.redLineNote.findMany({ where: of, select: { clauseKey: true, redLine: true } });
  const { amendments, unnamed } = await findOpenAmendments(talkingPointId, point.current);
  const now = await readClock(db);

  const consulted = members.filter(({ id }) => isConsulted(answers.get(id) ?? null, version));
  const ids = new Set(consulted.map(({ id }) => id));
  const counted = rows.filter(({ organizationId }) => ids.has(organizationId));
  const redLines = new Set(notes.filter(({ redLine }) => redLine).map(({ clauseKey }) => clauseKey));
  const themeIds = point.current.themes.map((it) => it.themeId);
  return {
    ...{ number: version, digest, consulted: consulted.length },
    marked: new Set(counted.map(({ organizationId }) => organizationId)).size,
    clauses: clauses.map(({ key, number }) => ({ key, number, redLine: redLines.has(key) })),
    amendments,
    unnamed,
    own: members
      .filter(({ id }) => mayReadMarks(viewer, { organizationId: id }))
      .map((it) => ({
        organization: toOrganizationName(it),
        consulted: ids.has(it.id),
        mayMark: ids.has(it.id) && isOpen(point.status) && mayEndorse(viewer, { organizationId: it.id, themeIds }),
        needsFreshSignIn: !mayCommitNow(viewer, now),
        marks: rows
          .filter(({ organizationId }) => organizationId === it.id)
          .map((row) => ({ clause: row.clauseKey, ...toMark(row) })),
      })),
    convener: mayReadAllMarks(viewer)
      ? toConvenerView({ clauses, amendments, organizations: consulted, rows: counted }, input)
      : null,
  };
}

const toMark = ({ mark, textEn, textFr, amendment }: MarkRow) => ({
  ...{ mark, amendment, text: textEn || textFr ? { en: textEn, fr: textFr } : null },
});

const matterSelect = {
  ...{ id: true, kind: true, clauseKey: true, afterKey: true, wordsEn: true, wordsFr: true },
  ...{ questionEn: true, questionFr: true, findEn: true, findFr: true, titleEn: true, titleFr: true },
} satisfies Prisma.AmendmentSelect;

/** What is open, once for each clause at which a mark can name it; and what none can name. */
async function findOpenAmendments(talkingPointId: string, text: Text) {
  const found = await db.amendment.findMany({
    where: { talkingPointId, state: "open", number: { not: null } },
    orderBy: { number: "asc" },
    select: { ...matterSelect, number: true, summaryEn: true, summaryFr: true },
  });
  const amendments = found.flatMap(({ number, summaryEn, summaryFr, ...it }) =>
    clausesNamedBy(text, { ...it, clauses: [] }).map((clause) => ({
      ...{ number: number ?? 0, clause, summary: { en: summaryEn, fr: summaryFr } },
    })),
  );
  const unnamed = found.flatMap(({ number, kind }) =>
    kind === "new_clause" || kind === "whole" ? [{ number: number ?? 0, kind }] : [],
  );
  return { amendments, unnamed };
}
