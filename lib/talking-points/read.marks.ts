import "server-only";
import { toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { mayEndorse, mayReadAllMarks, mayReadMarks } from "./policy";
import { type AliveRow, findAlive } from "./read.alive";
import { findAnswersNow, findMembers } from "./read.endorsements";
import { findMarks, type MarkRow } from "./read.mark-rows";
import { findPoint } from "./read.point";
import { toConvenerView } from "./read.walk-away";
import type { Text } from "./rules.amendments";
import { isOpen } from "./rules.endorsements";
import { clausesNamedBy, isConsulted } from "./rules.marks";
import type { WalkAway, WalkAwayInput } from "./schema.marks";

/**
 * Who walks away, as this viewer may know it: the convener by name, an organization its own marks, and every reader how many
 * have marked, and one sentence of each clause that was said in a night and never changes.
 */
export async function getWalkAway(viewer: Viewer, input: WalkAwayInput): Promise<WalkAway> {
  const point = await findPoint(viewer, input.id);
  const { id: talkingPointId, currentVersion: version } = point;
  const { digest, clauses } = point.current;
  const of = { talkingPointId, version };
  const [members, answers, rows, alive, { now }] = await Promise.all([
    findMembers({ past: null }),
    findAnswersNow(talkingPointId, version),
    findMarks(db, [of]),
    findAlive(viewer, talkingPointId),
    readToday(db),
  ]);
  const { amendments, unnamed } = toOpenAmendments(alive, point.current);

  const consulted = members.filter(({ id }) => isConsulted(answers.get(id) ?? null, version));
  const ids = new Set(consulted.map(({ id }) => id));
  const counted = rows.filter(({ organizationId }) => ids.has(organizationId));
  const themeIds = point.current.themes.map((it) => it.themeId);
  return {
    ...{ number: version, digest, consulted: consulted.length },
    marked: new Set(counted.map(({ organizationId }) => organizationId)).size,
    clauses: clauses.map((it) => ({
      key: it.key,
      number: it.number,
      redLine: it.redLineNotes.some(({ redLine }) => redLine),
    })),
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

/** What is open, once for each clause at which a mark can name it; and what none can name. */
function toOpenAmendments(alive: readonly AliveRow[], text: Text) {
  const found = alive.filter((it) => it.state === "open" && it.number !== null);
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
