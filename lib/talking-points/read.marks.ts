import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { mayEndorse, mayReadAllMarks, mayReadMarks, readableBy } from "./policy";
import { findMarks, type MarkRow } from "./read.mark-rows";
import { findAnswersTo } from "./read.round-members";
import { toConvenerView } from "./read.walk-away";
import { pointAt } from "./rules.address";
import { isOpen } from "./rules.endorsements";
import { isConsulted } from "./rules.marks";
import type { WalkAway, WalkAwayInput } from "./schema.marks";

const pointSelect = {
  id: true,
  status: true,
  currentVersion: true,
  current: {
    select: {
      digest: true,
      themes: { select: { themeId: true } },
      clauses: { orderBy: { number: "asc" }, select: { key: true, number: true } },
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
  const amendments = await findAmendments(talkingPointId);
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
    amendments: amendments.filter((it) => clauses.some(({ key }) => key === it.clause)),
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

async function findAmendments(talkingPointId: string) {
  const found = await db.amendment.findMany({
    where: { talkingPointId, state: "open", clauseKey: { not: null }, number: { not: null } },
    orderBy: { number: "asc" },
    select: { number: true, clauseKey: true, summaryEn: true, summaryFr: true },
  });
  return found.flatMap(({ number, clauseKey, summaryEn, summaryFr }) =>
    number === null || clauseKey === null
      ? []
      : [{ number, clause: clauseKey, summary: { en: summaryEn, fr: summaryFr } }],
  );
}
