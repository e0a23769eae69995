import "server-only";
import { cache } from "react";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import type { OrganizationName } from "@/lib/organizations/schema";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { authorityOf } from "../mandates/read.authority";
import { applySignature, type Signatures } from "../mandates/rules.signatures";
import type { Moment } from "./read.state";
import { findLastSteps, type NamedStepRow, stepSelect, toAnswer } from "./read.steps";
import { isCurrent, replayEach, type Standing } from "./rules.endorsements";
import type { Endorsement } from "./schema.endorsements";

/** Of one step, where those of several texts are read at once. */
export const endorsementSelect = {
  ...stepSelect,
  organization: { select: organizationNameSelect },
} satisfies Prisma.EndorsementStepSelect;

export type EndorsementRow = NamedStepRow;
export type StandingRow = Standing<EndorsementRow>;

/** Organizations that are heard at that moment: members, each by its name. Who left is counted until the day they did. */
export const findMembers = ({ past }: Pick<Moment, "past">) => (past ? findNamed(past.members) : findPresentMembers());

const findNamed = (where: Prisma.OrganizationWhereInput) =>
  db.organization.findMany({
    where,
    orderBy: { slug: "asc" },
    select: { ...organizationNameSelect, id: true },
  });

/** Read once per page. */
const findPresentMembers = cache(() => findNamed({ status: "member" }));

/**
 * What each organization answered until then; with `version`, to its words alone, whatever it answered to others. Who
 * withdraws takes its name off every version: nothing it said before still stands, to whatever words.
 */
export async function findStandings(
  talkingPointId: string,
  { before }: Moment,
  version?: number,
): Promise<ReadonlyMap<string, StandingRow>> {
  if (!before && version === undefined) return findPresentStandings(talkingPointId);
  const decides =
    version === undefined ? Prisma.empty : Prisma.sql`AND ("version" = ${version} OR "kind" = 'withdrawn')`;
  const until = before ? Prisma.sql`AND "at" < ${before.lt}` : Prisma.empty;
  const steps = await findLastSteps(db, Prisma.sql`"talkingPointId" = ${talkingPointId}::uuid ${until} ${decides}`);
  return replayEach(steps);
}

/** Read once per page. */
const findPresentStandings = cache(
  async (talkingPointId: string): Promise<ReadonlyMap<string, StandingRow>> =>
    replayEach(await findLastSteps(db, Prisma.sql`"talkingPointId" = ${talkingPointId}::uuid`)),
);

/** The members' answers in force to these words, by organization. */
export async function findAnswersNow(talkingPointId: string, version: number): Promise<Map<string, EndorsementRow>> {
  const [members, standings] = await Promise.all([findPresentMembers(), findPresentStandings(talkingPointId)]);
  return new Map(
    members.flatMap(({ id }) => {
      const given = standings.get(id)?.given;
      return given?.version === version ? [[id, given] as const] : [];
    }),
  );
}

type JoinRow = Prisma.ReservationJoinGetPayload<{ select: typeof joinSelect }>;
export const joinSelect = {
  organizationId: true,
  step: true,
  joinedById: true,
  kind: true,
  joinedBy: { select: organizationNameSelect },
} satisfies Prisma.ReservationJoinSelect;

/** Every word that somebody said about sharing a reservation. */
export const findJoinRows = (talkingPointId: string, { before }: Moment) =>
  db.reservationJoin.findMany({
    where: { talkingPointId, ...(before && { at: before }) },
    orderBy: [{ organizationId: "asc" }, { joinedBy: { slug: "asc" } }, { number: "asc" }],
    select: joinSelect,
  });

/** Who shares which reservation, in the words that stand: a join of an earlier answer is not carried to a later one. */
export function joinsInForce(rows: readonly JoinRow[], standings: ReadonlyMap<string, StandingRow>): JoinRow[] {
  const states = new Map<string, Signatures<JoinRow>>();
  for (const row of rows) {
    const name = `${row.organizationId} ${row.joinedById}`;
    states.set(name, applySignature(states.get(name) ?? { given: null, waiting: null }, row));
  }
  const inForce = [...states.values()].flatMap(({ given }) => given ?? []);
  return inForce.filter(({ organizationId, step }) => standings.get(organizationId)?.given?.number === step);
}

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
