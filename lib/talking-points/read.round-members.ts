import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { listEndorsers } from "./read.endorsers";
import { replayEach } from "./rules.endorsements";

type Of = { id: string; talkingPointId: string; version: number; organizationId: string; closesAt: Date | null };

/** The members' answers in force to these words, by organization: now, or until a moment. */
async function findAnswersTo(tx: Tx, talkingPointId: string, version: number, until: Date | null = null) {
  const steps = await tx.endorsementStep.findMany({
    where: { talkingPointId, organization: { status: "member" }, ...(until && { at: { lt: until } }) },
    orderBy: [{ organizationId: "asc" }, { number: "asc" }],
    select: { organizationId: true, kind: true, version: true, response: true, clauses: true },
  });
  return new Map(
    [...replayEach(steps)].flatMap(([id, { given }]) => (given?.version === version ? [[id, given] as const] : [])),
  );
}

/**
 * Every member as a round counts it. Reached is who opened it, who answered these words, and whoever has somebody that could
 * object and to whom the mail about it went out: silence of all others says nothing. What was answered after its last moment is
 * no part of it, however late it is counted.
 */
export async function findRoundMembers(tx: Tx, { id, talkingPointId, version, organizationId, closesAt }: Of) {
  const members = await tx.organization.findMany({ where: { status: "member" }, select: { id: true } });
  const answers = await findAnswersTo(tx, talkingPointId, version, closesAt);
  const themes = await tx.talkingPointTheme.findMany({ where: { talkingPointId, version }, select: { themeId: true } });
  const themeIds = themes.map((it) => it.themeId);
  const endorsers = await listEndorsers(
    members.map((it) => it.id),
    themeIds,
    tx,
  );
  const mailed = await tx.$queryRaw<{ personId: string }[]>`
    SELECT DISTINCT n."personId"::text AS "personId" FROM "Notification" n JOIN "Activity" a ON a."id" = n."activityId"
    WHERE a."kind" = 'round.opened' AND a."subject" = ${`talkingPoint/${talkingPointId}`}
      AND a."facts"->>'round' = ${id} AND a."facts"->>'version' = ${String(version)} AND n."sentAt" IS NOT NULL`;
  const told = new Set(mailed.map(({ personId }) => personId));
  const reached = new Set(endorsers.filter((it) => told.has(it.personId)).map((it) => it.organizationId));
  return members.map((it) => ({
    id: it.id,
    objects: answers.get(it.id)?.response === "object",
    standsAside: answers.get(it.id)?.response === "stand_aside",
    reached: it.id === organizationId || answers.has(it.id) || reached.has(it.id),
  }));
}

/** Whether a member's answer to these words objects to them. */
export const isObjectedTo = async (tx: Tx, talkingPointId: string, version: number) =>
  [...(await findAnswersTo(tx, talkingPointId, version)).values()].some(({ response }) => response === "object");
