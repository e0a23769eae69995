import type { Tx } from "@/lib/platform/db/client";
import { closingMoment } from "@/lib/talking-points/rules.rounds";
import { readCalendar } from "@/lib/talking-points/write.context";
import { leaveRound } from "@/lib/talking-points/write.round-progress";
import type { AuthorizedAct } from "./build-position";
import { addMark, addObjection, addRound, type BuiltRounds, insertRounds, noRounds } from "./build-round";
import type { BuiltPoint } from "./build-talking-point";
import type { RoundFiles } from "./read-rounds";
import { daysBefore } from "./spread-dates";

type World = {
  files: RoundFiles;
  now: Date;
  organizationOf: (slug: string) => string;
  /** What a signatory of an organization did, so many days ago. */
  actOf: (organization: string, daysAgo: number) => AuthorizedAct;
};

/** What was said of the clauses of these points in private, and the rounds on them; what is under way is left with the worker. */
export async function loadRounds(tx: Tx, world: World, points: readonly BuiltPoint[]) {
  const built = noRounds();
  const members = await tx.organization.count({ where: { status: "member" } });
  const calendar = await readCalendar(tx);
  for (const point of points) {
    for (const row of world.files.marks.filter(({ slug }) => slug === point.point.slug))
      buildMark(world, built, point, row);
    for (const row of world.files.rounds.filter(({ slug }) => slug === point.point.slug))
      buildRound(world, built, point, { ...row, members, calendar });
  }
  await insertRounds(tx, built);
  for (const { id, state, opensAt, closesAt } of built.rounds)
    if (state === "planned" || state === "running") await leaveRound(tx, id, closesAt ?? opensAt);
}

function buildMark(world: World, built: BuiltRounds, point: BuiltPoint, row: RoundFiles["marks"][number]) {
  const clause = point.clauses.find((it) => it.version === row.version && it.number === row.clause);
  if (!clause) throw new Error(`${row.slug} has no clause ${row.clause}`);
  addMark(
    built,
    point,
    {
      ...{ version: row.version, clauseKey: clause.key, organizationId: world.organizationOf(row.organization) },
      ...{ mark: row.mark, textEn: row.text_en, textFr: row.text_fr },
    },
    world.actOf(row.organization, row.days_ago),
  );
}

function buildRound(
  { organizationOf, actOf, now }: World,
  built: BuiltRounds,
  point: BuiltPoint,
  row: RoundFiles["rounds"][number] & { members: number; calendar: Parameters<typeof closingMoment>[2] },
) {
  const { state, members, calendar } = row;
  const stoodAside = row.stood_aside.length;
  const unreachable = row.unreachable.length;
  const counted = { stoodAside, unreachable, noObjection: members - stoodAside - unreachable };
  const ended = state === "stopped" ? row.objection_days_ago : row.closes_days_ago;
  const closes = row.closes_days_ago ?? -(row.closes_in_days ?? 0);
  const opensAt = daysBefore(now, row.opened_days_ago ?? -(row.opens_in_days ?? 0));
  // A round that still runs has its real last moment, counted from its opening: never a Saturday at night.
  const closesAt = state === "running" ? closingMoment(opensAt, row.working_days, calendar) : daysBefore(now, closes);
  const round = addRound(built, point, {
    ...{ version: row.version, state, organizationId: organizationOf(row.opened_by), workingDays: row.working_days },
    opensAt,
    closesAt: state === "planned" ? null : closesAt,
    endedAt: ended === null ? null : daysBefore(now, ended),
    createdAt: daysBefore(now, row.opened_days_ago ?? 1),
    ...(state === "passed" && counted),
    nextStep: row.next_step,
  });
  if (row.objection_by === null) return;
  const words = { reasonEn: row.objection_reason_en, reasonFr: row.objection_reason_fr };
  const lift = { liftEn: row.lift_en, liftFr: row.lift_fr };
  const by = { organizationId: organizationOf(row.objection_by), named: row.objection_named === true };
  addObjection(built, round, { ...by, ...words, ...lift }, actOf(row.objection_by, row.objection_days_ago ?? 0));
}
