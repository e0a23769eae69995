import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import type { OrganizationName } from "@/lib/organizations/schema";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { authorityOf } from "../mandates/read.authority";
import { applySignature, type Signatures } from "../mandates/rules.signatures";
import type { Moment } from "./read.state";
import { stepSelect } from "./read.steps";
import { type Answer, isCurrent, replayEach, type Standing } from "./rules.endorsements";
import type { Endorsement } from "./schema.endorsements";

export const endorsementSelect = {
  ...stepSelect,
  organization: { select: organizationNameSelect },
} satisfies Prisma.EndorsementStepSelect;

export type EndorsementRow = Prisma.EndorsementStepGetPayload<{ select: typeof endorsementSelect }>;
export type StandingRow = Standing<EndorsementRow>;

/** Organizations that are heard at that moment: members, each by its name. Who left is counted until the day they did. */
export const findMembers = ({ past }: Moment) =>
  db.organization.findMany({
    where: past?.members ?? { status: "member" },
    orderBy: { slug: "asc" },
    select: { ...organizationNameSelect, id: true },
  });

/**
 * What each organization answered until then; with `version`, to its words alone, whatever it answered to others. Who
 * withdraws takes its name off every version: nothing it said before still stands, to whatever words.
 */
export async function findStandings(
  talkingPointId: string,
  { before }: Moment,
  version?: number,
): Promise<Map<string, StandingRow>> {
  const steps = await db.endorsementStep.findMany({
    where: {
      ...{ talkingPointId, ...(before && { at: before }) },
      ...(version !== undefined && { OR: [{ version }, { kind: "withdrawn" }] }),
    },
    orderBy: [{ organizationId: "asc" }, { number: "asc" }],
    select: endorsementSelect,
  });
  return replayEach(steps);
}

type JoinRow = Prisma.ReservationJoinGetPayload<{ select: typeof joinSelect }>;
export const joinSelect = {
  organizationId: true,
  step: true,
  joinedById: true,
  kind: true,
  joinedBy: { select: organizationNameSelect },
} satisfies Prisma.ReservationJoinSelect;

/** Who shares which reservation, in the words that stand: a join of an earlier answer is not carried to a later one. */
export async function findJoins(talkingPointId: string, standings: ReadonlyMap<string, StandingRow>, moment: Moment) {
  const { before } = moment;
  const rows = await db.reservationJoin.findMany({
    where: { talkingPointId, ...(before && { at: before }) },
    orderBy: [{ organizationId: "asc" }, { joinedBy: { slug: "asc" } }, { number: "asc" }],
    select: joinSelect,
  });
  return joinsInForce(rows, standings);
}

/** The joins of one point that stand, of all that were given and taken back. */
export function joinsInForce(rows: readonly JoinRow[], standings: ReadonlyMap<string, StandingRow>): JoinRow[] {
  const states = new Map<string, Signatures<JoinRow>>();
  for (const row of rows) {
    const name = `${row.organizationId} ${row.joinedById}`;
    states.set(name, applySignature(states.get(name) ?? { given: null, waiting: null }, row));
  }
  const inForce = [...states.values()].flatMap(({ given }) => given ?? []);
  return inForce.filter(({ organizationId, step }) => standings.get(organizationId)?.given?.number === step);
}

const toPair = (en: string | null, fr: string | null) => (en || fr ? { en, fr } : null);

export const toAnswer = (row: Answer) => ({
  response: row.response,
  usage: row.usage,
  clauses: [...row.clauses],
  reservation: toPair(row.reservationEn, row.reservationFr),
  anchor: row.anchorClause === null ? null : { clause: row.anchorClause, text: { en: row.anchorEn, fr: row.anchorFr } },
  reason: toPair(row.reasonEn, row.reasonFr),
  lift: toPair(row.liftEn, row.liftFr),
  publicly: row.publicly,
});

const toEndorsement = (
  row: EndorsementRow,
  currentVersion: number,
  joinedBy: readonly OrganizationName[],
): Endorsement => ({
  organization: toOrganizationName(row.organization),
  step: row.number,
  version: row.version,
  digest: row.digest,
  current: isCurrent(row, currentVersion),
  ...toAnswer(row),
  since: row.at.toISOString(),
  authority: authorityOf(row),
  joinedBy: [...joinedBy],
});

type Member = Awaited<ReturnType<typeof findMembers>>[number];
type Joins = readonly JoinRow[];

/** The answers in force of those who are heard, by organization; joined by those who are heard as well. */
export const toEndorsements = (
  members: readonly Member[],
  standings: ReadonlyMap<string, StandingRow>,
  joins: Joins,
  currentVersion: number,
): Map<string, Endorsement> => {
  const heard = new Set(members.map(({ id }) => id));
  const joined = joins.filter(({ joinedById }) => heard.has(joinedById));
  return new Map(
    members.flatMap(({ id }) => {
      const given = standings.get(id)?.given;
      const joinedBy = joined.filter((it) => it.organizationId === id).map((it) => toOrganizationName(it.joinedBy));
      return given ? [[id, toEndorsement(given, currentVersion, joinedBy)] as const] : [];
    }),
  );
};

const order = ["object", "stand_aside", "endorse_with_reservation", "endorse"] as const;

/** As a margin reads them: objections, stand-asides, reservations, endorsements; those to be confirmed after each. */
export const inOrder = (one: Endorsement, other: Endorsement) =>
  order.indexOf(one.response) - order.indexOf(other.response) ||
  Number(other.current) - Number(one.current) ||
  (one.organization.slug < other.organization.slug ? -1 : 1);
