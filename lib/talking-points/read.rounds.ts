import "server-only";
import { listBlackouts } from "@/lib/network/read.settings";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { addDays, type BlackoutPeriod, longestWait } from "@/lib/platform/time/working-days";
import { membershipsOf } from "@/lib/viewer/rules";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { mayEndorse, mayOpenRound, mayReadObjector, readableFrom } from "./policy";
import { findAnswersNow, findMembers } from "./read.endorsements";
import { findPoint } from "./read.point";
import { findMoment, type Moment } from "./read.state";
import { isEqual } from "./rules.parity";
import { isUnderWay, roundObstacle, roundStateAfter, workingDaysLeft } from "./rules.rounds";
import type { Round, Rounds } from "./schema.rounds";

const roundSelect = (moment: Moment) =>
  ({
    number: true,
    version: true,
    digest: true,
    workingDays: true,
    opensAt: true,
    closesAt: true,
    endedAt: true,
    noObjection: true,
    stoodAside: true,
    unreachable: true,
    nextStep: true,
    organization: { select: organizationNameSelect },
    objection: {
      select: {
        reasonEn: true,
        reasonFr: true,
        liftEn: true,
        liftFr: true,
        named: true,
        organizationId: true,
        organization: { select: organizationNameSelect },
      },
    },
    steps: {
      where: moment.before ? { at: moment.before } : {},
      orderBy: { number: "asc" },
      select: { kind: true, version: true, at: true, closesAt: true, nextStep: true },
    },
  }) satisfies Prisma.NoObjectionRoundSelect;

type Row = Prisma.NoObjectionRoundGetPayload<{ select: ReturnType<typeof roundSelect> }>;

/** The rounds of a point, newest first, now or as they were at the end of a day; and what this viewer may do about one. */
export async function listRounds(
  viewer: Viewer,
  { id: address, asOf }: { id: string; asOf?: string | undefined },
): Promise<Rounds> {
  const [moment, point] = await Promise.all([findMoment(asOf), findPoint(viewer, address)]);
  const [rows, rests, answers, members] = await Promise.all([
    db.noObjectionRound.findMany({
      where: { talkingPointId: point.id, version: { gte: readableFrom(viewer, point) } },
      orderBy: { number: "desc" },
      select: roundSelect(moment),
    }),
    listBlackouts(addDays(moment.today, -longestWait)),
    findAnswersNow(point.id, point.currentVersion),
    findMembers({ past: null }),
  ]);
  const equal = isEqual(point.current.clauses.map(({ parity }) => parity[0] ?? null));
  const objected = [...answers.values()].some(({ response }) => response === "object");
  const found = rows.flatMap((row) => toRound(viewer, { ...moment, rests, equal }, row));
  const { status, currentVersion } = point;
  const { digest } = point.current;
  const about = { status, currentVersion, digest, equal, objected, later: false };
  const obstacle = roundObstacle({ ...about, rounds: [...found].reverse() }, { version: currentVersion, digest });
  const scope = { leads: point.leads, themeIds: point.current.themes.map((it) => it.themeId) };
  const memberships = moment.past ? [] : membershipsOf(viewer);
  const underWay = found.some(({ state }) => isUnderWay(state));
  const own = members.filter(({ id }) => memberships.some((it) => it.organizationId === id));
  return {
    rounds: found,
    // Other words have a version of their own: these are the ones in force.
    obstacle: obstacle === "textChanged" ? null : obstacle,
    viewer: {
      opens: own.filter((it) => mayOpenRound(viewer, { ...scope, organizationId: it.id })).map(toOrganizationName),
      objects: own
        .filter((it) => underWay && mayEndorse(viewer, { ...scope, organizationId: it.id }))
        .map(toOrganizationName),
      needsFreshSignIn: !mayCommitNow(viewer, moment.now),
    },
  };
}

type Context = Moment & { rests: readonly BlackoutPeriod[]; equal: boolean };

function toRound(viewer: Viewer, moment: Context, row: Row): Round[] {
  const state = roundStateAfter(row.steps);
  const last = row.steps.at(-1);
  // Nothing of it had happened by then.
  if (!state || !last) return [];
  const over = !isUnderWay(state);
  const { objection, noObjection, stoodAside, unreachable } = row;
  const counted = state === "passed" && noObjection !== null && stoodAside !== null && unreachable !== null;
  const closesAt = [...row.steps].reverse().find(({ kind }) => kind === "opened" || kind === "restarted")?.closesAt;
  return [
    {
      ...{ number: row.number, state, version: moment.past ? last.version : row.version },
      ...{ digest: row.digest, workingDays: row.workingDays, openedBy: toOrganizationName(row.organization) },
      opensAt: row.opensAt.toISOString(),
      closesAt: closesAt?.toISOString() ?? null,
      endedAt: over ? (row.endedAt?.toISOString() ?? null) : null,
      workingDaysLeft: state === "running" && closesAt ? workingDaysLeft(moment.today, closesAt, moment) : null,
      waitsForLanguages: state === "planned" && !moment.past && row.opensAt <= moment.now && !moment.equal,
      objection: over && state === "stopped" && objection ? toObjection(viewer, objection) : null,
      result: counted ? { noObjection, stoodAside, unreachable } : null,
      nextStep: row.steps.find(({ kind }) => kind === "decided")?.nextStep ?? null,
      steps: row.steps.map((it) => ({
        ...{ kind: it.kind, version: it.version, at: it.at.toISOString(), nextStep: it.nextStep },
        closesAt: it.closesAt?.toISOString() ?? null,
      })),
    },
  ];
}

const toObjection = (viewer: Viewer, objection: NonNullable<Row["objection"]>): NonNullable<Round["objection"]> => ({
  reason: { en: objection.reasonEn, fr: objection.reasonFr },
  lift: objection.liftEn || objection.liftFr ? { en: objection.liftEn, fr: objection.liftFr } : null,
  by: mayReadObjector(viewer, objection) ? toOrganizationName(objection.organization) : null,
  named: objection.named,
});
