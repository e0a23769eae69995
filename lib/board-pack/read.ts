import "server-only";
import { listBlackouts } from "@/lib/network/read.settings";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { sha256, toCanonicalJson } from "@/lib/platform/text/digest";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import { addWorkingDays } from "@/lib/platform/time/working-days";
import { dayIn } from "@/lib/platform/time/zone";
import { belongsTo, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { authoritySelect, toAuthority } from "../mandates/read.authority";
import { readableBy } from "../positions/policy";
import { type Annotations, findAnnotations, noAnnotations } from "../positions/read.annotations";
import { textSelect } from "../positions/read.shape";
import type { PositionTask } from "../positions/schema.tasks";
import { listPositionTasks } from "../positions/tasks";
import { listPointDecisions } from "../talking-points/read.decisions";
import { findDecision, toCode } from "./rules";
import { type BoardPack, type BoardPackContent, type Decision, packContent } from "./schema";

const decisionSelect = {
  id: true,
  propositionId: true,
  standingSince: true,
  reviewBy: true,
  standingRevision: { select: textSelect },
  draftRevision: { select: textSelect },
  steps: {
    where: { kind: { in: ["signed_off", "confirmed"] } },
    orderBy: { number: "desc" },
    take: 1,
    select: authoritySelect,
  },
  proposition: {
    select: { slug: true, number: true, currentVersion: true, versions: { orderBy: { number: "asc" } } },
  },
} satisfies Prisma.PositionSelect;

type Row = Prisma.PositionGetPayload<{ select: typeof decisionSelect }>;
type Text = Prisma.PositionRevisionGetPayload<{ select: typeof textSelect }>;

/** Each decision that waits for the organization, from live data. For its own people; 404 for everybody else. */
export async function readBoardPack(viewer: Viewer, slug: string): Promise<BoardPack> {
  const organization = await db.organization.findUnique({
    where: { slug },
    select: { ...organizationNameSelect, id: true, signOffTypicalDays: true, ...rule },
  });
  if (!organization || !belongsTo(viewer, organization.id)) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const moment = await readToday(db);
  const { today, timeZone, closing } = moment;
  const [rests, network, tasks, points] = await Promise.all([
    listBlackouts(today),
    db.network.findUniqueOrThrow({ where: { id: 1 }, select: { kind: true } }),
    listPositionTasks(viewer, moment, organization.id),
    listPointDecisions(viewer, organization.id),
  ]);
  const pending = new Map<string, PositionTask[]>();
  for (const task of tasks) pending.set(task.thing, [...(pending.get(task.thing) ?? []), task]);
  const rows = await findPositions(organization.id, [...pending.keys()]);
  const found = rows.flatMap((row) => {
    const { kind, ...due } = toPending(pending.get(row.proposition.slug) ?? []);
    return kind ? [{ row, kind, ...due }] : [];
  });
  const [annotations, others] = await Promise.all([
    findAnnotations(
      viewer,
      found.map(({ row }) => ({ id: row.id, standing: row.standingRevision })),
    ),
    findOthers(
      viewer,
      organization.id,
      found.map(({ row }) => row.propositionId),
    ),
  ]);
  // What has no day of its own is decided in the time that the organization usually takes.
  const typical = addWorkingDays(today, organization.signOffTypicalDays, rests, closing);
  const decisions = found.map(
    ({ row, kind, submitted, day }): Decision => ({
      kind,
      proposition: toProposition(row),
      standing: toStanding(row, annotations.get(row.id)),
      draft:
        submitted && row.draftRevision
          ? {
              ...toPositionText(row, row.draftRevision),
              submittedOn: dayIn(timeZone, new Date(submitted.since)),
              submittedBy: submitted.submittedBy,
            }
          : null,
      deadline: day ?? typical,
      code: toCode(row.id),
      others: others.get(row.propositionId) ?? [],
    }),
  );
  return withDigest({
    v: 2,
    organization: toOrganizationName(organization),
    signOffRule: { en: organization.signOffRuleEn, fr: organization.signOffRuleFr },
    day: today,
    illustrative: network.kind === "demonstration",
    decisions: decisions.sort((a, b) => a.deadline.localeCompare(b.deadline)),
    points: points.map((it) => ({ ...it, deadline: typical })),
  });
}

const rule = { signOffRuleEn: true, signOffRuleFr: true } as const;

/** The content with its digest, which the reader of a printed pack can compute again. */
function withDigest(given: BoardPackContent): BoardPack {
  const content = packContent.parse(given);
  return { content, digest: sha256(toCanonicalJson(content)) };
}

/** What is pending on one position, as its page says it: the day is the draft's or, before it has passed, the review's. */
function toPending(tasks: readonly PositionTask[]) {
  const submitted = tasks.find((it) => it.kind === "submitted");
  const review = tasks.find((it) => it.kind === "review");
  const kind = findDecision(
    tasks.map((it) => it.kind),
    review?.facts.stale ?? false,
  );
  const dated = kind === "review" ? review : submitted;
  return { kind, submitted: submitted?.facts, day: dated?.day ?? null };
}

const findPositions = (organizationId: string, propositions: string[]) =>
  db.position.findMany({
    where: { organizationId, proposition: { slug: { in: propositions } } },
    orderBy: { proposition: { number: "asc" } },
    select: decisionSelect,
  });

function wordingOf({ proposition }: Row, version: number) {
  const words = proposition.versions.find((it) => it.number === version);
  return {
    version,
    digest: words?.digest ?? "",
    title: { en: words?.titleEn ?? "", fr: words?.titleFr ?? "" },
    statement: { en: words?.statementEn ?? "", fr: words?.statementFr ?? "" },
  };
}

const toProposition = (row: Row) => {
  const { slug, number, currentVersion } = row.proposition;
  return { slug, number, ...wordingOf(row, currentVersion) };
};

const toReservation = (it: Pick<Text, "reservationEn" | "reservationFr">) =>
  it.reservationEn || it.reservationFr ? { en: it.reservationEn, fr: it.reservationFr } : null;

const toPositionText = (row: Row, text: Text) => {
  const { digest: _, ...wording } = wordingOf(row, text.propositionVersion);
  return {
    stance: text.stance,
    rationale: { en: text.rationaleEn, fr: text.rationaleFr },
    reservation: toReservation(text),
    visibility: text.visibility,
    wording,
  };
};

const namesOf = ({ joins }: Annotations) =>
  joins.filter(({ earlierText }) => !earlierText).map(({ organization }) => organization);

const toStanding = (row: Row, annotations = noAnnotations): Decision["standing"] =>
  row.standingRevision && row.standingSince
    ? {
        ...toPositionText(row, row.standingRevision),
        since: toDay(row.standingSince),
        reviewBy: row.reviewBy ? toDay(row.reviewBy) : null,
        authority: toAuthority(row.steps[0]),
        joinedBy: namesOf(annotations),
        explanation: annotations.explanation?.text ?? null,
      }
    : null;

/** Who else took a stance on these, as far as this viewer may read it, on the wording in force. */
async function findOthers(viewer: Viewer, ownId: string, propositionIds: string[]) {
  const rows = await db.position.findMany({
    where: {
      AND: [
        readableBy(viewer),
        { propositionId: { in: propositionIds }, organizationId: { not: ownId }, standing: { not: null } },
      ],
    },
    orderBy: { organization: { slug: "asc" } },
    select: {
      id: true,
      propositionId: true,
      organization: { select: organizationNameSelect },
      proposition: { select: { currentVersion: true } },
      standingRevision: {
        select: { number: true, stance: true, propositionVersion: true, reservationEn: true, reservationFr: true },
      },
    },
  });
  const annotations = await findAnnotations(
    viewer,
    rows.map(({ id, standingRevision: standing }) => ({ id, standing })),
  );
  const others = new Map<string, Decision["others"]>();
  for (const { id, propositionId, organization, proposition, standingRevision: text } of rows) {
    if (!text || text.propositionVersion !== proposition.currentVersion) continue;
    const joinedBy = namesOf(annotations.get(id) ?? noAnnotations);
    const said = { stance: text.stance, reservation: toReservation(text), joinedBy };
    const told = { organization: toOrganizationName(organization), ...said };
    others.set(propositionId, [...(others.get(propositionId) ?? []), told]);
  }
  return others;
}

/** The position that a printed code leads to, for the organization's own people; 404 for others, and once it is decided. */
export async function findByCode(viewer: Viewer, code: string) {
  const rows = await db.position.findMany({
    where: { organizationId: { in: organizationsOf(viewer) } },
    select: { id: true, organization: { select: { slug: true } }, proposition: { select: { slug: true } } },
  });
  const found = rows.find(({ id }) => toCode(id) === code);
  if (!found) throw new Refusal("NOT_FOUND", "noSuchDecision");
  return { organization: found.organization.slug, proposition: found.proposition.slug };
}
