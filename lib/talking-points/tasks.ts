import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import { dayIn } from "@/lib/platform/time/zone";
import { membershipsOf } from "@/lib/viewer/rules";
import type { Representation, Viewer } from "@/lib/viewer/schema";
import { mayEndorse, readableBy } from "./policy";
import { applyStep, awaitedOf, isOpen, type Standing } from "./rules.endorsements";
import { isConsulted } from "./rules.marks";
import type { TalkingPointTask } from "./schema.tasks";
import { listAmendmentTasks } from "./tasks.amendments";
import { listCommentTasks } from "./tasks.comments";

const stepSelect = {
  talkingPointId: true,
  organizationId: true,
  kind: true,
  version: true,
  actorId: true,
  response: true,
  clauses: true,
} satisfies Prisma.EndorsementStepSelect;

type Step = Prisma.EndorsementStepGetPayload<{ select: typeof stepSelect }>;

/** Of marks only those of these organizations: whether they have marked is all that is asked. */
const pointSelect = (organizationIds: string[]) =>
  ({
    id: true,
    slug: true,
    status: true,
    currentVersion: true,
    current: {
      select: {
        titleEn: true,
        titleFr: true,
        themes: { select: { themeId: true } },
        rounds: { where: { state: "running" }, select: { closesAt: true } },
        clauses: {
          orderBy: { number: "asc" },
          select: {
            number: true,
            marks: {
              where: { organizationId: { in: organizationIds } },
              distinct: ["organizationId"],
              select: { organizationId: true },
            },
            translations: { select: { organizationId: true, language: true, dueOn: true, personId: true } },
          },
        },
      },
    },
  }) satisfies Prisma.TalkingPointSelect;

type Point = Prisma.TalkingPointGetPayload<{ select: ReturnType<typeof pointSelect> }>;

/**
 * What waits on talking points for the viewer's member organizations: an answer, a confirmation of changed words, a second
 * signature, a translation, a reply to remarks. Each is asked once per version, and nothing happens by itself when it is not done.
 */
export async function listTalkingPointTasks(viewer: Viewer, organizationId?: string): Promise<TalkingPointTask[]> {
  const own = membershipsOf(viewer).filter((it) => !organizationId || it.organizationId === organizationId);
  if (own.length === 0) return [];
  const organizationIds = own.map((it) => it.organizationId);
  const [points, steps] = await Promise.all([
    db.talkingPoint.findMany({
      where: { AND: [readableBy(viewer), { status: { not: "retired" } }] },
      orderBy: [{ createdAt: "asc" }, { slug: "asc" }],
      select: pointSelect(organizationIds),
    }),
    db.endorsementStep.findMany({
      where: { organizationId: { in: organizationIds } },
      orderBy: [{ talkingPointId: "asc" }, { organizationId: "asc" }, { number: "asc" }],
      select: stepSelect,
    }),
  ]);
  const { timeZone } = await readToday(db);
  const standings = new Map<string, Standing<Step>>();
  for (const step of steps) {
    const name = `${step.talkingPointId} ${step.organizationId}`;
    standings.set(name, applyStep(standings.get(name) ?? { given: null, waiting: null }, step));
  }
  const tasks = points.flatMap((point) =>
    own.flatMap((it) => [
      ...toAnswerTasks(viewer, point, it, standings.get(`${point.id} ${it.organizationId}`)),
      ...toTranslationTasks(point, it),
      ...toRoundTasks(viewer, point, it, timeZone, standings.get(`${point.id} ${it.organizationId}`)),
    ]),
  );
  return [...tasks, ...(await listAmendmentTasks(viewer, own)), ...(await listCommentTasks(viewer, own))];
}

const aboutOf = ({ id, slug, currentVersion, current }: Point) => ({
  ...{ point: { id, slug, title: { en: current.titleEn, fr: current.titleFr } }, number: currentVersion },
});

const keyOf = ({ slug: thing, currentVersion: version }: Point, { slug: organization }: Representation) => ({
  ...{ noun: "talking-points" as const, organization, thing, version },
});

function toAnswerTasks(
  viewer: Viewer,
  point: Point,
  own: Representation,
  standing?: Standing<Step>,
): TalkingPointTask[] {
  if (!isOpen(point.status)) return [];
  const { given, waiting } = standing ?? { given: null, waiting: null };
  const key = { ...keyOf(point, own), day: null, person: null };
  const themeIds = point.current.themes.map((it) => it.themeId);
  const signs = mayEndorse(viewer, { organizationId: own.organizationId, themeIds });
  const about = aboutOf(point);
  if (waiting?.version === point.currentVersion)
    return [
      { ...key, kind: "countersign", facts: { ...about, maySign: signs && waiting.actorId !== viewer.personId } },
    ];
  const awaited = awaitedOf({ given, waiting }, point.currentVersion);
  if (awaited === "answer") return [{ ...key, kind: "answer", facts: { ...about, mayEndorse: signs } }];
  if (awaited === "confirm" && given)
    return [{ ...key, kind: "confirm", facts: { ...about, answered: given.version, mayEndorse: signs } }];
  return [];
}

/** Silence in a round is an answer to one thing alone, so it is asked for until the last day; marks once it answered otherwise. */
function toRoundTasks(
  viewer: Viewer,
  point: Point,
  own: Representation,
  timeZone: string,
  standing?: Standing<Step>,
): TalkingPointTask[] {
  if (!isOpen(point.status)) return [];
  const given = standing?.given?.version === point.currentVersion ? standing.given : null;
  const themeIds = point.current.themes.map((it) => it.themeId);
  const facts = { ...aboutOf(point), mayEndorse: mayEndorse(viewer, { organizationId: own.organizationId, themeIds }) };
  const key = { ...keyOf(point, own), person: null };
  const [round] = point.current.rounds;
  const closesOn = round?.closesAt && dayIn(timeZone, new Date(round.closesAt.getTime() - 1));
  const marked = point.current.clauses.some(({ marks }) =>
    marks.some((it) => it.organizationId === own.organizationId),
  );
  return [
    ...(closesOn && !given ? [{ ...key, kind: "round" as const, day: closesOn, facts: { ...facts, closesOn } }] : []),
    ...(given && !marked && isConsulted(given, point.currentVersion)
      ? [{ ...key, kind: "mark" as const, day: null, facts }]
      : []),
  ];
}

const toTranslationTasks = (point: Point, own: Representation): TalkingPointTask[] =>
  point.current.clauses.flatMap(({ number, translations }) =>
    translations
      .filter((it) => it.organizationId === own.organizationId)
      .map(({ language, dueOn, personId }) => ({
        ...{ ...keyOf(point, own), kind: "translate" as const, day: toDay(dueOn), person: personId },
        facts: {
          ...{ ...aboutOf(point), clause: number, dueOn: toDay(dueOn) },
          language: language === "en" ? ("en" as const) : ("fr" as const),
        },
      })),
  );
