import "server-only";
import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy, readableFrom } from "./policy";
import { findAmenders } from "./read.authors";
import { findJoinRows, findMembers, findStandings, inOrder, joinsInForce, toEndorsements } from "./read.endorsements";
import { findMoment } from "./read.state";
import { asReadBy, findVersion, findVersionContext, toVersion, toVersionName } from "./read.version";
import { pointAt } from "./rules.address";
import { compareClauses, comparePairs } from "./rules.compare";
import type { AnsweredVersion } from "./schema";
import type { Comparison } from "./schema.text";

/** 404 unless the viewer reads the point, and this version of it. */
async function requireVersion(viewer: Viewer, id: string, number: number) {
  const moment = await findMoment(undefined);
  const point = await db.talkingPoint.findFirst({
    where: { AND: [readableBy(viewer), pointAt(id)] },
    select: {
      ...{ id: true, openedVersion: true, proposedById: true, status: true, currentVersion: true },
      leads: { select: { organizationId: true } },
    },
  });
  if (!point) throw new Refusal("NOT_FOUND", "noSuchTalkingPoint");
  const row = number < readableFrom(viewer, point) ? null : await findVersion(point.id, number, moment);
  if (!row) throw new Refusal("NOT_FOUND", "noSuchVersion");
  return { moment, point, row: asReadBy(viewer, point, row) };
}

/** One version, exactly as it was, with the answers that were given to its words and never taken back. */
export async function getVersion(viewer: Viewer, id: string, number: number): Promise<AnsweredVersion> {
  const { moment, point, row } = await requireVersion(viewer, id, number);
  const judged = number === point.currentVersion && point.status !== "retired";
  const [amenders, standings, joins, members, context] = await Promise.all([
    judged ? findAmenders(db, point.id, number) : null,
    findStandings(point.id, moment, number),
    findJoinRows(point.id, moment),
    findMembers(moment),
    findVersionContext(viewer, moment, [row]),
  ]);
  const answers = toEndorsements(members, standings, joinsInForce(joins, standings), point.currentVersion);
  return {
    ...toVersion(row, context, amenders),
    answers: [...answers.values()].sort(inOrder),
  };
}

type Compared = { id: string; from: number; to: number };

/** Any two versions, by word and in either language. */
export async function compareVersions(viewer: Viewer, { id, from, to }: Compared): Promise<Comparison> {
  const [before, after] = [await requireVersion(viewer, id, from), await requireVersion(viewer, id, to)];
  const [one, other] = [before.row, after.row];
  return {
    from: toVersionName(one),
    to: toVersionName(other),
    title: comparePairs({ en: one.titleEn, fr: one.titleFr }, { en: other.titleEn, fr: other.titleFr }),
    clauses: compareClauses(one.clauses, other.clauses),
  };
}
