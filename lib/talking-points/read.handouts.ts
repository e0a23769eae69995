import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Locale } from "@/lib/platform/i18n/routing";
import { toDay } from "@/lib/platform/time/day";
import { dayIn } from "@/lib/platform/time/zone";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy, readableFrom } from "./policy";
import { endorsementSelect, findMembers, inOrder, joinSelect, joinsInForce, toEndorsements } from "./read.endorsements";
import { findMoment, stateAfter, stepsFor, stepsSelect } from "./read.state";
import { asReadBy, findVersionContext, toVersion, versionSelect } from "./read.version";
import { replayEach } from "./rules.endorsements";
import { toBehind, toRemarks } from "./rules.handout";
import { isStale } from "./rules.status";
import type { Handout } from "./schema.handout";

/**
 * Several texts as members take them along to a meeting: of each the words that may be quoted, or where none may yet, those in
 * force. What this viewer does not read is left out. Always the same number of statements.
 */
export async function listHandouts(viewer: Viewer, ids: readonly string[], language: Locale): Promise<Handout[]> {
  const moment = await findMoment(undefined);
  const points = await db.talkingPoint.findMany({
    where: { AND: [readableBy(viewer), { id: { in: [...ids] } }] },
    orderBy: { slug: "asc" },
    select: {
      ...{ id: true, slug: true, status: true, currentVersion: true, openedVersion: true, proposedById: true },
      ...{ reviewBy: true, leads: { select: { organizationId: true } }, steps: stepsSelect(undefined) },
    },
  });
  const chosen = points.flatMap((point) => {
    const state = stateAfter(stepsFor(viewer, point, point.steps));
    const number = state?.usableVersion ?? point.currentVersion;
    return state && number >= readableFrom(viewer, point) ? [{ point, state, number }] : [];
  });
  const of = { talkingPointId: { in: chosen.map(({ point }) => point.id) } };
  const [rows, steps, joins, members] = await Promise.all([
    db.talkingPointVersion.findMany({
      where: { OR: chosen.map(({ point, number }) => ({ talkingPointId: point.id, number })) },
      select: { ...versionSelect(moment), talkingPointId: true },
    }),
    db.endorsementStep.findMany({
      where: of,
      orderBy: [{ organizationId: "asc" }, { number: "asc" }],
      select: { ...endorsementSelect, talkingPointId: true },
    }),
    db.reservationJoin.findMany({
      where: of,
      orderBy: [{ organizationId: "asc" }, { joinedBy: { slug: "asc" } }, { number: "asc" }],
      select: { ...joinSelect, talkingPointId: true },
    }),
    findMembers(moment),
  ]);
  const context = await findVersionContext(viewer, moment, rows);
  return chosen.flatMap(({ point, state, number }): Handout[] => {
    const row = rows.find((it) => it.talkingPointId === point.id);
    if (!row) return [];
    const version = toVersion(asReadBy(viewer, point, row), context, null);
    // Whoever withdrew took its name off every version; what was answered to other words says nothing of these.
    const standings = replayEach(
      steps.filter((it) => it.talkingPointId === point.id && (it.version === number || it.kind === "withdrawn")),
    );
    const joined = joinsInForce(
      joins.filter((it) => it.talkingPointId === point.id),
      standings,
    );
    const answers = [...toEndorsements(members, standings, joined, point.currentVersion).values()].sort(inOrder);
    const answered = { ...version, answers };
    const { last } = state;
    return [
      {
        ...{ id: point.id, slug: point.slug, title: version.title, audience: "members", language, number },
        ...{ digest: version.digest, postedOn: dayIn(moment.timeZone, new Date(version.at)), day: moment.today },
        ...{ status: last.status, usableVersion: state.usableVersion, current: point.currentVersion },
        ...{ reviewBy: toDay(point.reviewBy), stale: isStale(toDay(point.reviewBy), moment.today) },
        caution:
          last.status === "cautioned" && (last.cautionEn || last.cautionFr)
            ? { en: last.cautionEn, fr: last.cautionFr }
            : null,
        reason: last.status === "retired" ? { en: last.reasonEn, fr: last.reasonFr } : null,
        ...toBehind(answered, () => true),
        clauses: version.clauses.map(({ viewer: _, translation: __, ...clause }) => clause),
        remarks: toRemarks(answered, () => true, false),
      },
    ];
  });
}
