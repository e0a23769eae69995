import type { Tx } from "@/lib/platform/db/client";
import { type Answer, isSameAnswer } from "@/lib/talking-points/rules.endorsements";
import { toSourceLine } from "@/lib/talking-points/rules.print";
import type { AuthorizedAct } from "./build-position";
import {
  addAnswer,
  addParity,
  addStatus,
  addVersion,
  type BuiltPoint,
  insertPoints,
  openPoint,
  signedBy,
} from "./build-talking-point";
import { loadAmendments } from "./load-amendments";
import type { AssignedPerson } from "./load-people";
import { loadRounds } from "./load-rounds";
import type { TalkingPointFiles } from "./read-talking-points";
import { daysBefore } from "./spread-dates";

type World = Awaited<ReturnType<typeof findWorld>> & { files: TalkingPointFiles; people: AssignedPerson[]; now: Date };
type VersionRow = TalkingPointFiles["versions"][number];
type AnswerRow = TalkingPointFiles["answers"][number];

/** Offices and talking points, as if they had been proposed, compared, answered and used. What is there already stays. */
export async function loadTalkingPoints(tx: Tx, files: TalkingPointFiles, people: AssignedPerson[], now: Date) {
  await loadOffices(tx, files, now);
  const world = { ...(await findWorld(tx)), files, people, now };
  const fresh = files.points.filter(({ slug }) => !world.points.has(slug));
  const built = fresh.map((row) => buildPoint(world, row));
  await insertPoints(tx, built);
  const idOf = (slug: string) => requireIn(world.organizations, slug).id;
  const drafts = (organization: string, daysAgo: number) => actOf(world, organization, daysAgo, false);
  await loadAmendments(tx, { files, idOf, actOf: drafts }, built);
  const signing = (organization: string, daysAgo: number) => actOf(world, organization, daysAgo, true);
  await loadRounds(tx, { files, now, organizationOf: idOf, actOf: signing }, built);
  for (const { slug, replaced_by } of fresh.filter((it) => it.replaced_by !== null)) {
    const replacement = await tx.talkingPoint.findUniqueOrThrow({ where: { slug: replaced_by ?? "" } });
    await tx.talkingPoint.update({ where: { slug }, data: { replacedById: replacement.id } });
  }
  return built.length;
}

async function loadOffices(tx: Tx, { offices }: TalkingPointFiles, now: Date) {
  const organizations = await tx.organization.findMany({ select: { id: true, slug: true } });
  await tx.office.createMany({
    skipDuplicates: true,
    data: offices.map((row) => ({
      ...{ slug: row.slug, institution: row.institution },
      ...{ institutionEn: row.institution_en, institutionFr: row.institution_fr },
      ...{ titleEn: row.office_en, titleFr: row.office_fr, functionEn: row.function_en, functionFr: row.function_fr },
      checkedById: organizations.find(({ slug }) => slug === row.checked_by)?.id ?? null,
      checkedOn: daysBefore(now, row.checked_days_ago),
    })),
  });
}

async function findWorld(tx: Tx) {
  const bySlug = <T extends { slug: string }>(rows: T[]) => new Map(rows.map((it) => [it.slug, it]));
  const term = await tx.convenerTerm.findFirst({
    where: { until: null },
    select: { organization: { select: { slug: true } } },
  });
  return {
    convener: term?.organization.slug ?? null,
    organizations: bySlug(await tx.organization.findMany({ select: { id: true, slug: true, signOffKind: true } })),
    themes: bySlug(await tx.theme.findMany({ select: { id: true, slug: true } })),
    propositions: bySlug(await tx.proposition.findMany({ select: { id: true, slug: true } })),
    library: bySlug(await tx.libraryItem.findMany({ select: { id: true, slug: true, titleEn: true, symbol: true } })),
    offices: bySlug(await tx.office.findMany({ select: { id: true, slug: true, titleEn: true, titleFr: true } })),
    points: bySlug(await tx.talkingPoint.findMany({ select: { slug: true } })),
  };
}

function requireIn<T>(known: ReadonlyMap<string, T>, slug: string): T {
  const found = known.get(slug);
  if (!found) throw new Error(`${slug} was not loaded`);
  return found;
}

/** What the people of an organization did: who drafts for it, or who signs. */
function actOf(
  { people, now }: World,
  organization: string,
  daysAgo: number,
  signs: boolean,
  which = 0,
): AuthorizedAct {
  const theirs = people.filter((it) => it.organization === organization);
  const person = theirs.filter((it) => it.signs === signs)[which] ?? theirs[0];
  if (!person) throw new Error(`nobody acts for ${organization}`);
  return { by: person.personId, at: daysBefore(now, daysAgo), mandate: person.mandate };
}

function buildPoint(world: World, row: TalkingPointFiles["points"][number]): BuiltPoint {
  const { now, organizations, library } = world;
  const idOf = (slug: string) => requireIn(organizations, slug).id;
  const proposed = actOf(world, row.proposed_by, row.days_ago, false);
  const { slug, kind } = row;
  const built = openPoint(
    {
      ...{ slug, kind, proposedById: idOf(row.proposed_by), leads: row.leads.map(idOf) },
      ...{ regimeAreas: row.regime_areas as BuiltPoint["point"]["regimeAreas"] & string[] },
      ...{ audiences: row.audience as BuiltPoint["point"]["audiences"] & string[] },
      reviewBy: daysBefore(now, -row.review_in_days),
    },
    row.status === "draft" ? "draft" : "in_discussion",
    proposed,
  );
  built.sources = row.sources.map((it, sort) => ({
    ...{ talkingPointId: built.point.id, libraryItemId: requireIn(library, it).id, sort },
  }));
  const versions = world.files.versions.filter((it) => it.slug === slug).sort((a, b) => a.version - b.version);
  for (const it of versions) buildVersion(world, built, row, it);
  const usable = versions.filter((it) => it.usable_days_ago !== null);
  for (const it of usable) {
    // "Usable" is the convener's word.
    const by = world.convener ?? it.organization;
    const organizationId = idOf(by);
    const act = actOf(world, by, it.usable_days_ago ?? 0, true);
    addStatus(built, { status: "usable", version: it.version, organizationId }, act);
  }
  if (row.status === "cautioned" || row.status === "retired") {
    const version = built.point.usableVersion ?? built.point.currentVersion;
    const reasons = { reasonEn: row.status_reason_en, reasonFr: row.status_reason_fr };
    const cautions = { cautionEn: row.caution_en, cautionFr: row.caution_fr };
    const act = actOf(world, row.proposed_by, row.status_days_ago ?? 0, true);
    const organizationId = idOf(row.proposed_by);
    addStatus(built, { status: row.status, version: Number(version), organizationId, ...reasons, ...cautions }, act);
  }
  for (const it of world.files.answers.filter((answer) => answer.slug === slug).sort((a, b) => a.version - b.version))
    buildAnswer(world, built, it);
  return built;
}

function buildVersion(world: World, built: BuiltPoint, point: TalkingPointFiles["points"][number], row: VersionRow) {
  const { organizations, themes, propositions, library, offices, files } = world;
  const lines = files.clauses.filter((it) => it.slug === row.slug && it.version === row.version);
  const clauses = lines.sort((a, b) => a.number - b.number);
  const keyOf = (number: number) => clauses.find((it) => it.number === number)?.key ?? "";
  const organizationId = requireIn(organizations, row.organization).id;
  const drafter = actOf(world, row.organization, row.days_ago, false);
  addVersion(
    built,
    {
      ...{ titleEn: point.title_en, titleFr: point.title_fr, summaryEn: row.summary_en, summaryFr: row.summary_fr },
      ...{ change: row.change, editorialClauses: row.editorial_clauses.map((it) => keyOf(Number(it))), organizationId },
      themeIds: point.themes.map((it) => requireIn(themes, it).id),
      propositionIds: point.propositions.map((it) => requireIn(propositions, it).id),
      clauses: clauses.map((it) => {
        const item = it.source === null ? null : requireIn(library, it.source);
        const office = it.of === null ? null : requireIn(offices, it.of);
        return {
          ...{ key: it.key, kind: it.kind, en: it.en, fr: it.fr },
          ...{ questionEn: it.question_en, questionFr: it.question_fr, outsideSource: it.outside_source },
          ...{ libraryItemId: item?.id ?? null, locator: it.locator, source: item && toSourceLine(item, it.locator) },
          ...{
            officeId: office?.id ?? null,
            addresseeEn: office?.titleEn ?? null,
            addresseeFr: office?.titleFr ?? null,
          },
        };
      }),
    },
    drafter,
  );
  const at = { talkingPointId: built.point.id, version: row.version };
  for (const it of clauses) {
    if (it.parity_by !== null) {
      const reader = {
        version: row.version,
        clauseKey: it.key,
        organizationId: requireIn(organizations, it.parity_by).id,
      };
      const reasons = { reasonEn: it.parity_reason_en, reasonFr: it.parity_reason_fr };
      const act = actOf(world, it.parity_by, it.parity_days_ago ?? row.days_ago, false);
      addParity(built, { ...reader, parity: it.parity, ...reasons }, act);
    }
    if (it.translation_due_in_days !== null)
      built.translations.push({
        ...{ ...at, clauseKey: it.key, language: it.en ? "fr" : "en", organizationId, personId: drafter.by },
        dueOn: daysBefore(world.now, -it.translation_due_in_days),
      });
  }
  if (row.contested_by === null) return;
  built.contests.push({
    ...{ ...at, organizationId: requireIn(organizations, row.contested_by).id },
    ...{ clauseKey: keyOf(row.contested_clause ?? 0) },
    ...{ reasonEn: row.contested_reason_en, reasonFr: row.contested_reason_fr },
    ...signedBy(actOf(world, row.contested_by, row.contested_days_ago ?? 0, true)),
  });
}

/** Days for which an answer stood that was taken back. */
const stood = 10;

function buildAnswer(world: World, built: BuiltPoint, row: AnswerRow) {
  const keys = built.clauses.filter((it) => it.version === row.version);
  const keyOf = (number: number | string) => keys.find((it) => it.number === Number(number))?.key ?? "";
  const { id: organizationId, signOffKind } = requireIn(world.organizations, row.organization);
  const answer: Answer = {
    ...{ response: row.response, usage: row.usage, publicly: row.publicly, clauses: row.clauses.map(keyOf) },
    ...{ reservationEn: row.reservation_en, reservationFr: row.reservation_fr },
    ...{ anchorClause: row.anchor_clause === null ? null : keyOf(row.anchor_clause) },
    ...{ anchorEn: row.anchor_en, anchorFr: row.anchor_fr, reasonEn: row.reason_en, reasonFr: row.reason_fr },
    ...{ liftEn: row.lift_en, liftFr: row.lift_fr },
  };
  const days = row.days_ago + (row.state === "withdrawn" ? stood : 0);
  const fields = { organizationId, version: row.version, ...answer, clauses: [...answer.clauses] };
  const earlier = built.answers.filter((it) => it.organizationId === organizationId).at(-1);
  const again = earlier !== undefined && isSameAnswer(earlier as unknown as Answer, answer);
  const joint = signOffKind === "joint" && row.response !== "object";
  if (joint) addAnswer(built, { ...fields, kind: "signed_once" }, actOf(world, row.organization, days, true));
  if (row.state === "signed_once") return;
  const act = actOf(world, row.organization, days, true, joint ? 1 : 0);
  const step = addAnswer(built, { ...fields, kind: again ? "confirmed" : "given" }, act);
  for (const slug of row.joined_by) {
    const joining = { talkingPointId: built.point.id, organizationId, step, number: 1, kind: "given" as const };
    const joinedById = requireIn(world.organizations, slug).id;
    built.joins.push({ ...joining, joinedById, ...signedBy(actOf(world, slug, days, true)) });
  }
  if (row.state === "withdrawn")
    addAnswer(built, { ...fields, kind: "withdrawn" }, actOf(world, row.organization, row.days_ago, true));
}
