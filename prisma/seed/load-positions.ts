import type { Tx } from "@/lib/platform/db/client";
import {
  type AuthorizedAct,
  type Built,
  draft,
  insertPositions,
  openPosition,
  type RevisionText,
  returnDraft,
  signFirst,
  signOff,
  submit,
} from "./build-position";
import type { AssignedPerson } from "./load-people";
import type { Demonstration } from "./read-demonstration";
import { daysBefore, spreadDates } from "./spread-dates";

type Draft = Demonstration["drafts"][number];
type Conflict = Demonstration["conflicts"][number];

/** The organization and proposition (with its current wording) a row of the files is about. */
type PositionTarget = { organizationId: string; propositionId: string; propositionVersion: number; theme: string };

/** The signed-off positions, with how they came about, and the drafts that wait. A place where something was said stays as it is. */
export async function loadPositions(tx: Tx, demonstration: Demonstration, people: AssignedPerson[], now: Date) {
  const find = await makeFinder(tx);
  const days = new Map(demonstration.organizations.map((it) => [it.slug, it.sign_off_typical_days]));
  const joint = new Set(demonstration.organizations.filter((it) => it.sign_off_kind === "joint").map((it) => it.slug));
  const built = new Map<string, Built>();
  let positions = 0;
  for (const row of demonstration.positions) {
    const place = find(row.org_slug, row.proposition_slug);
    if (!place) continue;
    const at = spreadDates(now, row.org_slug, place.theme, row.proposition_slug, days.get(row.org_slug) ?? 5);
    const [author, signatory] = whoActs(people, row.org_slug);
    const position = openPosition(place.organizationId, place.propositionId);
    const against = demonstration.conflicts.find((it) => keyOf(it) === keyOf(row));
    const when = against ? lately(now) : at;
    if (against) takeFirst(position, against, textOf(row, place), people, now);
    draft(position, textOf(row, place), actOf(author, when.drafted));
    submit(position, actOf(author, when.submitted));
    const other = joint.has(row.org_slug) && secondSignatory(people, signatory);
    if (other) signFirst(position, actOf(other, new Date(when.signedOff.getTime() - hour)));
    signOff(position, actOf(signatory, when.signedOff));
    built.set(keyOf(row), position);
    positions += 1;
  }
  let drafts = 0;
  for (const row of demonstration.drafts) {
    const place = find(row.org_slug, row.proposition_slug);
    if (!place) continue;
    const position = built.get(keyOf(row)) ?? openPosition(place.organizationId, place.propositionId);
    leaveWaiting(position, row, textOf(row, place), people, now);
    built.set(keyOf(row), position);
    drafts += 1;
  }
  await insertPositions(tx, [...built.values()]);
  return { positions, drafts };
}

const hour = 3_600_000;

/** Late enough that whoever signed against a colleague is still told of it. */
const lately = (now: Date) => ({
  drafted: daysBefore(now, 14),
  submitted: daysBefore(now, 13),
  signedOff: daysBefore(now, 12),
});

/** One signatory commits the organization, days before another commits it to something else. */
function takeFirst(position: Built, row: Conflict, words: RevisionText, people: AssignedPerson[], now: Date) {
  const first = people.find((it) => it.email === row.first_signatory);
  if (!first) throw new Error(`${row.first_signatory} acts for nobody`);
  const reasons = { rationaleEn: row.first_rationale_en, rationaleFr: row.first_rationale_fr };
  const said = { ...words, ...reasons, stance: row.first_stance, reservationEn: null, reservationFr: null };
  draft(position, said, actOf(first, daysBefore(now, 17)));
  signOff(position, actOf(first, daysBefore(now, 16)));
}

const secondSignatory = (people: AssignedPerson[], first: AssignedPerson) =>
  people.find((it) => it.organization === first.organization && it.signs && it.email !== first.email);

const keyOf = (row: { org_slug: string; proposition_slug: string }) => `${row.org_slug}/${row.proposition_slug}`;

/** The draft as far as it came: written, handed in, or handed back. */
function leaveWaiting(position: Built, row: Draft, words: RevisionText, people: AssignedPerson[], now: Date) {
  const author = people.find((it) => it.email === row.author);
  const [, signatory] = whoActs(people, row.org_slug);
  if (!author) throw new Error(`${row.author} acts for nobody`);
  draft(position, words, actOf(author, daysBefore(now, 6)));
  if (row.state === "drafted") return;
  submit(position, actOf(author, daysBefore(now, 4)));
  if (row.state === "signed_once") signFirst(position, actOf(signatory, daysBefore(now, 2)));
  if (row.state === "returned") returnDraft(position, actOf(signatory, daysBefore(now, 2)), row.note);
}

const actOf = ({ personId, mandate }: AssignedPerson, at: Date): AuthorizedAct => ({ by: personId, at, mandate });

/** Who drafts for an organization, and who signs. */
function whoActs(people: AssignedPerson[], organization: string): [AssignedPerson, AssignedPerson] {
  const own = people.filter((it) => it.organization === organization);
  const author = own.find((it) => !it.signs);
  const signatory = own.find((it) => it.signs);
  if (!author || !signatory) throw new Error(`nobody drafts and signs for ${organization}`);
  return [author, signatory];
}

const textOf = (row: Omit<Draft, "author" | "state" | "note">, place: PositionTarget): RevisionText => ({
  propositionVersion: place.propositionVersion,
  stance: row.stance,
  rationaleEn: row.rationale_en,
  rationaleFr: row.rationale_fr,
  reservationEn: row.reservation_en,
  reservationFr: row.reservation_fr,
  visibility: row.visibility,
});

/** Finds the place of a row, or none where the organization has said something already. */
async function makeFinder(tx: Tx) {
  const organizations = new Map((await tx.organization.findMany()).map((it) => [it.slug, it.id]));
  const propositions = new Map(
    (await tx.proposition.findMany({ include: { theme: true } })).map((it) => [it.slug, it]),
  );
  const taken = new Set(
    (await tx.position.findMany({ select: { organizationId: true, propositionId: true } })).map(
      (it) => `${it.organizationId}/${it.propositionId}`,
    ),
  );
  return (organization: string, proposition: string): PositionTarget | null => {
    const organizationId = organizations.get(organization);
    const found = propositions.get(proposition);
    if (!organizationId || !found || taken.has(`${organizationId}/${found.id}`)) return null;
    return {
      organizationId,
      propositionId: found.id,
      propositionVersion: found.currentVersion,
      theme: found.theme.slug,
    };
  };
}
