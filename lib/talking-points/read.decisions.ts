import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Viewer } from "@/lib/viewer/schema";
import { replayEach as replaySignatures } from "../mandates/rules.signatures";
import { coveredNumbers } from "./rules.coverage";
import { replayEach } from "./rules.endorsements";
import { toFrenchSourceLine } from "./rules.print";
import type { PointDecision } from "./schema.decisions";
import type { TalkingPointTask } from "./schema.tasks";
import { listTalkingPointTasks } from "./tasks";

const stepSelect = {
  talkingPointId: true,
  organizationId: true,
  number: true,
  kind: true,
  version: true,
  response: true,
  clauses: true,
  reservationEn: true,
  reservationFr: true,
  reasonEn: true,
  reasonFr: true,
  organization: { select: { ...organizationNameSelect, status: true } },
} satisfies Prisma.EndorsementStepSelect;

const clauseSelect = {
  key: true,
  number: true,
  kind: true,
  en: true,
  fr: true,
  questionEn: true,
  questionFr: true,
  source: true,
  locator: true,
  libraryItem: { select: { titleFr: true, symbol: true } },
  addresseeEn: true,
  addresseeFr: true,
} satisfies Prisma.TalkingPointClauseSelect;

type Step = Prisma.EndorsementStepGetPayload<{ select: typeof stepSelect }>;
type ClauseRow = Prisma.TalkingPointClauseGetPayload<{ select: typeof clauseSelect }>;

const toPair = (en: string | null, fr: string | null) => (en || fr ? { en, fr } : null);
const toAnswer = (step: Step) => ({
  response: step.response,
  reservation: toPair(step.reservationEn, step.reservationFr),
  reason: toPair(step.reasonEn, step.reasonFr),
});

const toClause = ({ key, number, kind, en, fr, source, ...it }: ClauseRow) => ({
  ...{ key, number, kind, text: { en, fr } },
  source: source === null ? null : { line: source, lineFr: toFrenchSourceLine(it.libraryItem, it.locator) },
  question: toPair(it.questionEn, it.questionFr),
  of: toPair(it.addresseeEn, it.addresseeFr),
});

const isDecision = (task: TalkingPointTask) =>
  task.kind === "answer" || task.kind === "confirm" || task.kind === "countersign" ? [task] : [];

/** The texts that wait for an answer of the organization, for its own people; always the same number of statements. */
export async function listPointDecisions(viewer: Viewer, organizationId: string): Promise<PointDecision[]> {
  const tasks = (await listTalkingPointTasks(viewer, organizationId)).flatMap(isDecision);
  const ids = tasks.map(({ facts }) => facts.point.id);
  const steps = await db.endorsementStep.findMany({
    where: { talkingPointId: { in: ids } },
    orderBy: [{ talkingPointId: "asc" }, { organizationId: "asc" }, { number: "asc" }],
    select: stepSelect,
  });
  const answers = new Map(
    ids.map((id) => [id, replayEach(steps.filter(({ talkingPointId }) => talkingPointId === id))]),
  );
  const ownOf = (id: string) => {
    const { given = null, waiting = null } = answers.get(id)?.get(organizationId) ?? {};
    return waiting ?? given;
  };
  const wanted = tasks.flatMap(({ facts: { point, number } }) => {
    const answered = ownOf(point.id)?.version ?? number;
    return [...new Set([number, answered])].map((it) => ({ talkingPointId: point.id, number: it }));
  });
  const versions = await db.talkingPointVersion.findMany({
    where: { OR: wanted },
    select: {
      ...{ talkingPointId: true, number: true, digest: true },
      clauses: { orderBy: { number: "asc" }, select: clauseSelect },
    },
  });
  const joins = await findJoinsOf(ids);
  const versionOf = (id: string, number: number) =>
    versions.find((it) => it.talkingPointId === id && it.number === number);
  return tasks.flatMap(({ kind, facts: { point, number } }): PointDecision[] => {
    const text = versionOf(point.id, number);
    if (!text) return [];
    const own = ownOf(point.id);
    const earlier = own && own.version !== number ? versionOf(point.id, own.version) : undefined;
    return [
      {
        ...{ kind, point, number, digest: text.digest, clauses: text.clauses.map(toClause) },
        own: own && { version: own.version, ...toAnswer(own) },
        before: earlier?.clauses.map(({ key, en, fr }) => ({ key, text: { en, fr } })) ?? null,
        others: toOthers([...(answers.get(point.id)?.values() ?? [])], organizationId, { ...text, joins }),
      },
    ];
  });
}

/** Who shares which reservation, at which step, of these texts; members alone are named. */
async function findJoinsOf(ids: string[]) {
  const steps = await db.reservationJoin.findMany({
    where: { talkingPointId: { in: ids } },
    orderBy: [{ joinedBy: { slug: "asc" } }, { number: "asc" }],
    select: {
      ...{ talkingPointId: true, organizationId: true, joinedById: true, step: true, kind: true },
      joinedBy: { select: { ...organizationNameSelect, status: true } },
    },
  });
  const states = replaySignatures(steps, (it) => `${it.talkingPointId} ${it.organizationId} ${it.joinedById}`);
  return [...states.values()].flatMap(({ given }) => (given?.joinedBy.status === "member" ? [given] : []));
}

type Given = { given: Step | null };
type Text = { number: number; clauses: readonly ClauseRow[]; joins: Awaited<ReturnType<typeof findJoinsOf>> };

/** What other members answered to these words, in the order of their names. */
const toOthers = (
  standings: readonly Given[],
  ownId: string,
  { number, clauses, joins }: Text,
): PointDecision["others"] =>
  standings
    .flatMap(({ given }) =>
      given && given.version === number && given.organizationId !== ownId && given.organization.status === "member"
        ? [given]
        : [],
    )
    .map((it) => ({
      ...{ organization: toOrganizationName(it.organization), ...toAnswer(it) },
      clauses: coveredNumbers(it, clauses),
      joinedBy: joins
        .filter((join) => join.talkingPointId === it.talkingPointId)
        .filter((join) => join.organizationId === it.organizationId && join.step === it.number)
        .map((join) => toOrganizationName(join.joinedBy)),
    }))
    .sort((a, b) => (a.organization.slug < b.organization.slug ? -1 : 1));
