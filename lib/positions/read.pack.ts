import "server-only";
import { named, toDay, toName } from "@/lib/organizations/read";
import { db } from "@/lib/platform/db";
import { sha256, toCanonicalJson } from "@/lib/platform/digest";
import { Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { listBlackouts } from "@/lib/platform/network";
import { readToday } from "@/lib/platform/today";
import { belongsTo, organizationsOf, type Viewer } from "@/lib/platform/viewer";
import { addDays, addWorkingDays, longestWait } from "@/lib/platform/working-days";
import { dayIn } from "@/lib/platform/zone";
import { readableBy } from "./policy";
import { findHandovers, findNames } from "./read";
import { findBeside, nothingBeside, type SaidBeside } from "./read.beside";
import { authorized, toAuthority, written } from "./read.shape";
import { findDecision, toCode } from "./rules.pack";
import { type Decision, type Pack, type PackContent, packContent } from "./schema.pack";

const owed = {
  id: true,
  propositionId: true,
  standingSince: true,
  reviewBy: true,
  draftState: true,
  standingRevision: { select: written },
  draftRevision: { select: written },
  steps: {
    where: { kind: { in: ["signed_off", "confirmed"] } },
    orderBy: { number: "desc" },
    take: 1,
    select: authorized,
  },
  proposition: {
    select: { slug: true, number: true, currentVersion: true, versions: { orderBy: { number: "asc" } } },
  },
} satisfies Prisma.PositionSelect;

type Row = Prisma.PositionGetPayload<{ select: typeof owed }>;
type Text = Prisma.PositionRevisionGetPayload<{ select: typeof written }>;

/** Each decision that the organization owes, from live data. For its own people; to everybody else there is no such pack. */
export async function readPack(viewer: Viewer, slug: string): Promise<Pack> {
  const organization = await db.organization.findUnique({
    where: { slug },
    select: { ...named, id: true, status: true, signOffTypicalDays: true, ...rule },
  });
  if (!organization || !belongsTo(viewer, organization.id)) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const { today, timeZone } = await readToday(db);
  const [rests, network, rows] = await Promise.all([
    listBlackouts(addDays(today, -longestWait)),
    db.network.findUniqueOrThrow({ where: { id: 1 }, select: { kind: true } }),
    organization.status === "member" ? findHeld(organization.id) : [],
  ]);
  const found = rows.flatMap((row) => {
    const kind = findDecision(toSituation(row), today);
    return kind ? [{ kind, row }] : [];
  });
  const [beside, handovers, others] = await Promise.all([
    findBeside(
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
    const asked = addWorkingDays(kind === "submitted" ? submittedOn : today, organization.signOffTypicalDays, rests);
    return {
      kind,
      proposition: toProposition(row),
      standing: toStanding(row, beside.get(row.id)),
      draft:
        kind === "submitted" && row.draftRevision
          ? {
              ...toSaid(row, row.draftRevision),
              submittedOn,
              submittedBy: (submitted && names.get(submitted.actorId)) ?? null,
            }
          : null,
      deadline: kind === "review" && row.reviewBy ? toDay(row.reviewBy) : asked,
      code: toCode(row.id),
      others: others.get(row.propositionId) ?? [],
    };
  });
  return seal({
    v: 1,
    organization: toName(organization),
    signOffRule: { en: organization.signOffRuleEn, fr: organization.signOffRuleFr },
    day: today,
    illustrative: network.kind === "demonstration",
    decisions: decisions.sort((a, b) => a.deadline.localeCompare(b.deadline)),
  });
}

const rule = { signOffRuleEn: true, signOffRuleFr: true } as const;

/** What it says, with the digest of exactly that: who holds a printed pack can compute it again. */
function seal(said: PackContent): Pack {
  const content = packContent.parse(said);
  return { content, digest: sha256(toCanonicalJson(content)) };
}

const findHeld = (organizationId: string) =>
  db.position.findMany({
    where: { organizationId, OR: [{ standing: { not: null } }, { draftState: "submitted" }] },
    orderBy: { proposition: { number: "asc" } },
    select: owed,
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

const toSaid = (row: Row, text: Text) => {
  const { digest: _, ...wording } = wordingOf(row, text.propositionVersion);
  return {
    stance: text.stance,
    rationale: { en: text.rationaleEn, fr: text.rationaleFr },
    reservation: toReservation(text),
    visibility: text.visibility,
    wording,
  };
};

const namesOf = ({ joins }: SaidBeside) =>
  joins.filter(({ earlierText }) => !earlierText).map(({ organization }) => organization);

const toStanding = (row: Row, beside = nothingBeside): Decision["standing"] =>
  row.standingRevision && row.standingSince
    ? {
        ...toSaid(row, row.standingRevision),
        since: toDay(row.standingSince),
        reviewBy: row.reviewBy ? toDay(row.reviewBy) : null,
        authority: toAuthority(row.steps[0]),
        joinedBy: namesOf(beside),
        explanation: beside.explanation?.text ?? null,
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
      organization: { select: named },
      proposition: { select: { currentVersion: true } },
      standingRevision: {
        select: { number: true, stance: true, propositionVersion: true, reservationEn: true, reservationFr: true },
      },
    },
  });
  const beside = await findBeside(
    viewer,
    rows.map(({ id, standingRevision: standing }) => ({ id, standing })),
  );
  const others = new Map<string, Decision["others"]>();
  for (const { id, propositionId, organization, proposition, standingRevision: text } of rows) {
    if (!text || text.propositionVersion !== proposition.currentVersion) continue;
    const joinedBy = namesOf(beside.get(id) ?? nothingBeside);
    const said = { stance: text.stance, reservation: toReservation(text), joinedBy };
    const told = { organization: toName(organization), ...said };
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
