import "server-only";
import { listBlackouts } from "@/lib/network/read.settings";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { sha256, toCanonicalJson } from "@/lib/platform/text/digest";
import { toDay } from "@/lib/platform/time/day";
import { readToday } from "@/lib/platform/time/today";
import { addDays, addWorkingDays, longestWait } from "@/lib/platform/time/working-days";
import { dayIn } from "@/lib/platform/time/zone";
import { belongsTo, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { authoritySelect, toAuthority } from "../mandates/read.authority";
import { readableBy } from "../positions/policy";
import { findHandovers, findNames } from "../positions/read";
import { type Annotations, findAnnotations, noAnnotations } from "../positions/read.annotations";
import { textSelect } from "../positions/read.shape";
import { findDecision, toCode } from "./rules";
import { type BoardPack, type BoardPackContent, type Decision, packContent } from "./schema";

const decisionSelect = {
  id: true,
  propositionId: true,
  standingSince: true,
  reviewBy: true,
  draftState: true,
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

/** Each decision that the organization owes, from live data. For its own people; to everybody else there is no such pack. */
export async function readBoardPack(viewer: Viewer, slug: string): Promise<BoardPack> {
  const organization = await db.organization.findUnique({
    where: { slug },
    select: { ...organizationNameSelect, id: true, status: true, signOffTypicalDays: true, ...rule },
  });
  if (!organization || !belongsTo(viewer, organization.id)) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const { today, timeZone, closing } = await readToday(db);
  const [rests, network, rows] = await Promise.all([
    listBlackouts(addDays(today, -longestWait)),
    db.network.findUniqueOrThrow({ where: { id: 1 }, select: { kind: true } }),
    organization.status === "member" ? findPositions(organization.id) : [],
  ]);
  const found = rows.flatMap((row) => {
    const kind = findDecision(toSituation(row), today);
    return kind ? [{ kind, row }] : [];
  });
  const [annotations, handovers, others] = await Promise.all([
    findAnnotations(
      viewer,
      found.map(({ row }) => ({ id: row.id, standing: row.standingRevision })),
    ),
    findHandovers(found.flatMap(({ kind, row }) => (kind === "submitted" ? [row.id] : []))),
    findOthers(
      viewer,
      organization.id,
      found.map(({ row }) => row.propositionId),
    ),
  ]);
  const names = await findNames([...handovers.values()].flatMap(({ submitted }) => submitted?.actorId ?? []));
  const decisions = found.map(({ kind, row }): Decision => {
    const submitted = handovers.get(row.id)?.submitted;
    const submittedOn = submitted ? dayIn(timeZone, submitted.at) : today;
    const typical = addWorkingDays(
      kind === "submitted" ? submittedOn : today,
      organization.signOffTypicalDays,
      rests,
      closing,
    );
    return {
      kind,
      proposition: toProposition(row),
      standing: toStanding(row, annotations.get(row.id)),
      draft:
        kind === "submitted" && row.draftRevision
          ? {
              ...toPositionText(row, row.draftRevision),
              submittedOn,
              submittedBy: (submitted && names.get(submitted.actorId)) ?? null,
            }
          : null,
      deadline: kind === "review" && row.reviewBy ? toDay(row.reviewBy) : typical,
      code: toCode(row.id),
      others: others.get(row.propositionId) ?? [],
    };
  });
  return withDigest({
    v: 1,
    organization: toOrganizationName(organization),
    signOffRule: { en: organization.signOffRuleEn, fr: organization.signOffRuleFr },
    day: today,
    illustrative: network.kind === "demonstration",
    decisions: decisions.sort((a, b) => a.deadline.localeCompare(b.deadline)),
  });
}

const rule = { signOffRuleEn: true, signOffRuleFr: true } as const;

/** What it says, with the digest of exactly that: who holds a printed pack can compute it again. */
function withDigest(given: BoardPackContent): BoardPack {
  const content = packContent.parse(given);
  return { content, digest: sha256(toCanonicalJson(content)) };
}

const findPositions = (organizationId: string) =>
  db.position.findMany({
    where: { organizationId, OR: [{ standing: { not: null } }, { draftState: "submitted" }] },
    orderBy: { proposition: { number: "asc" } },
    select: decisionSelect,
  });

const toSituation = (row: Row) => ({
  submitted: row.draftState === "submitted",
  standingFor: row.standingRevision?.propositionVersion ?? null,
  currentWording: row.proposition.currentVersion,
  reviewBy: row.reviewBy ? toDay(row.reviewBy) : null,
  decideBy: row.standingRevision?.decideBy ? toDay(row.standingRevision.decideBy) : null,
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

/** Where a printed code leads, for the organization's own people. To others, and where nothing is owed any more, nowhere. */
export async function findByCode(viewer: Viewer, code: string) {
  const rows = await db.position.findMany({
    where: { organizationId: { in: organizationsOf(viewer) } },
    select: { id: true, organization: { select: { slug: true } }, proposition: { select: { slug: true } } },
  });
  const found = rows.find(({ id }) => toCode(id) === code);
  if (!found) throw new Refusal("NOT_FOUND", "noSuchDecision");
  return { organization: found.organization.slug, proposition: found.proposition.slug };
}
