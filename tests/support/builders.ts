import { randomBytes, randomUUID } from "node:crypto";
import { db, transact } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Power, TokenScope } from "@/lib/platform/generated/prisma/enums";
import { digestOf, sha256 } from "@/lib/platform/text/digest";
import { findViewerBySession, findViewerByToken } from "@/lib/viewer/read";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { makeVotesFile } from "@/tests/support/study-files";
import { buildOrganization } from "../../prisma/seed/build-organization";
import { buildMandate, buildPerson } from "../../prisma/seed/build-person";
import {
  draft,
  insertPositions,
  openPosition,
  type RevisionText,
  signOff,
  submit,
} from "../../prisma/seed/build-position";
import { buildStudy, insertStudy, type StatementText } from "../../prisma/seed/build-study";

type Id = { id: string };
type Named = { name: string };
type MandateOptions = { powers?: Power[]; themes?: Id[]; validFrom?: Date; expiresAt?: Date; revokedAt?: Date };

let counter = 0;
/** Unlike any other, in tests that share a database. */
const unlike = (stem: string) => `${stem}-${(++counter).toString(36)}-${randomBytes(3).toString("hex")}`;
const yesterday = () => new Date(Date.now() - 86_400_000);

async function organization(options: Partial<Prisma.OrganizationCreateManyInput> = {}) {
  const slug = options.slug ?? unlike("org");
  return db.organization.create({ data: { ...buildOrganization({ slug, code: slug.slice(-6) }), ...options } });
}

async function person(options: Partial<Prisma.PersonCreateManyInput> = {}) {
  const name = options.name ?? unlike("Person");
  return db.person.create({ data: { ...buildPerson({ email: `${randomUUID()}@test.example` }), ...options, name } });
}

/** Somebody who belongs to the organization, and by that alone commits it to nothing. */
async function memberOf(organization: Id, options: Partial<Prisma.PersonCreateManyInput> = {}) {
  const someone = await person(options);
  await db.representation.create({ data: { personId: someone.id, organizationId: organization.id } });
  return someone;
}

async function mandate(person: Id, organization: Id, { powers, themes, ...dates }: MandateOptions = {}) {
  const ids = { personId: person.id, organizationId: organization.id };
  const built = buildMandate({ ...ids, as: "representative", from: yesterday() });
  return db.mandate.create({
    data: {
      ...built,
      powers: powers ?? built.powers,
      allThemes: themes === undefined,
      themes: { create: (themes ?? []).map(({ id }) => ({ themeId: id })) },
      ...dates,
    },
  });
}

async function representative(organization: Id, options: MandateOptions & Partial<Named> = {}) {
  const { name, ...given } = options;
  const someone = await memberOf(organization, name ? { name } : {});
  await mandate(someone, organization, given);
  return someone;
}

const signing: Power[] = ["draft", "sign_off", "endorse", "sign_publicly"];

async function signatory(organization: Id, options: MandateOptions & Partial<Named> = {}) {
  return representative(organization, { powers: signing, ...options });
}

/** A signatory of the organization who also exercises its convener's term; the term of whoever convened before is over. */
async function convener(organization: Id) {
  const someone = await signatory(organization);
  const running = { OR: [{ until: null }, { until: { gt: new Date() } }] };
  const own = await db.convenerTerm.findFirst({ where: { organizationId: organization.id, ...running } });
  if (own) await db.convenerPerson.create({ data: { termId: own.id, personId: someone.id } });
  else await beginTerm(organization, someone);
  return someone;
}

async function beginTerm(organization: Id, person: Id) {
  const last = await db.convenerTerm.findFirst({ orderBy: { since: "desc" } });
  const since = last ? new Date() : yesterday();
  await db.convenerTerm.updateMany({
    where: { OR: [{ until: null }, { until: { gt: since } }] },
    data: { until: since },
  });
  await db.convenerTerm.create({
    data: { organizationId: organization.id, since, persons: { create: { personId: person.id } } },
  });
}

/** Somebody who records an occasion of today for their organization. */
async function rapporteur(person: Id, organization: Id, options: Partial<Prisma.RapporteurCreateManyInput> = {}) {
  const today = new Date(new Date().toISOString().slice(0, 10));
  const named = { personId: person.id, organizationId: organization.id, namedAt: new Date(), namedById: randomUUID() };
  const occasion = { occasionEn: "Briefing", firstOn: yesterday(), lastOn: new Date(today.getTime() + 86_400_000) };
  return db.rapporteur.create({ data: { ...named, ...occasion, ...options } });
}

async function theme(options: Partial<Prisma.ThemeUncheckedCreateInput> = {}) {
  const slug = options.slug ?? unlike("theme");
  const titles = { titleEn: `Theme ${slug}`, titleFr: `Thème ${slug}` };
  return db.theme.create({ data: { slug, regimeArea: "practice", ...titles, sort: ++counter, ...options } });
}

type PropositionOptions = { theme?: Id; slug?: string; exclusiveSet?: string };

async function proposition(options: PropositionOptions = {}) {
  const slug = options.slug ?? unlike("proposition");
  const { id: themeId } = options.theme ?? (await theme());
  const made = await db.proposition.create({
    data: {
      slug,
      number: 100_000 + Math.floor(Math.random() * 2_000_000_000),
      themeId,
      regimeArea: "practice",
      exclusiveSet: options.exclusiveSet ?? null,
    },
  });
  await addWording(made.id, slug, 1);
  return made;
}

/** Other words for the same proposition: what was said of the earlier ones does not carry over. */
async function rewording({ id, slug }: Id & { slug: string }, { at = new Date() }: { at?: Date } = {}) {
  const { currentVersion } = await db.proposition.findUniqueOrThrow({ where: { id } });
  await addWording(id, slug, currentVersion + 1, at);
  await db.proposition.update({ where: { id }, data: { currentVersion: currentVersion + 1 } });
}

async function addWording(propositionId: string, slug: string, number: number, createdAt = new Date()) {
  const [en, fr] = [`Statement ${slug}, wording ${number}.`, `Énoncé ${slug}, libellé ${number}.`];
  const titles = { titleEn: `Proposition ${slug}`, titleFr: `Proposition ${slug} en français` };
  await db.propositionVersion.create({
    data: {
      propositionId,
      number,
      ...titles,
      statementEn: en,
      statementFr: fr,
      digest: digestOf([{ en, fr }]),
      createdAt,
    },
  });
}

type StandingOptions = Partial<RevisionText> & { organization: Id; proposition: Id; since?: Date; reviewBy?: string };

/** A signed-off position, as if it had been drafted, handed over and signed before. */
async function standing({ organization, proposition, since = yesterday(), reviewBy, ...options }: StandingOptions) {
  const mandate = { authorizedBy: "Board of directors", instrument: "Resolution 7", instrumentDate: since };
  const act = { by: randomUUID(), at: since, mandate };
  const stance = options.stance ?? "support";
  const reservationEn = stance === "support_with_reservation" ? "Except by force." : null;
  const built = openPosition(organization.id, proposition.id);
  draft(built, { stance, visibility: "network", propositionVersion: 1, reservationEn, ...options }, act);
  submit(built, act);
  signOff(built, act);
  if (reviewBy) built.position.reviewBy = new Date(reviewBy);
  await transact((tx) => insertPositions(tx, [built]));
  return built.position;
}

type DeskOptions = { organization?: Partial<Prisma.OrganizationCreateManyInput>; proposition?: PropositionOptions };

/** All it takes to record a stance: an organization, who drafts and who signs for it, and what it is about. */
async function desk(options: DeskOptions = {}) {
  const made = await organization(options.organization);
  const about = await proposition(options.proposition);
  return {
    organization: made,
    proposition: about,
    positionPath: { organization: made.slug, proposition: about.slug },
    drafter: await as(await representative(made)),
    signer: await as(await signatory(made)),
  };
}

type StudyOptions = Omit<Partial<Prisma.StudyUncheckedCreateInput>, "id" | "digest"> & {
  digest?: string;
  minds?: number;
  words?: StatementText[];
};

/** A small consultation of so many minds, taken in and described; unlike any other. */
async function study({ minds = 2, words = [], ...options }: StudyOptions = {}) {
  const slug = options.slug ?? unlike("study");
  const votes = makeVotesFile({ participants: 40, statements: 8, minds, seed: ++counter });
  const built = buildStudy(votes, words, { titleEn: slug, titleFr: null, importedAt: new Date(), ...options, slug });
  await transact((tx) => insertStudy(tx, built));
  return built.study;
}

/** The world a test starts from: `given.signatory(await given.organization())`. */
export const given = {
  organization,
  person,
  memberOf,
  mandate,
  representative,
  signatory,
  convener,
  rapporteur,
  theme,
  proposition,
  rewording,
  standing,
  desk,
  study,
};

type AsOptions = { fresh?: boolean; token?: TokenScope };

/** The viewer that this person is at this moment, read as any request reads it; a visitor when there is nobody. */
export async function as(person: Id | null, { fresh = true, token }: AsOptions = {}): Promise<Viewer> {
  if (!person) return visitor;
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 3_600_000);
  const held = { personId: person.id, tokenHash: sha256(secret), expiresAt };
  if (token) {
    await db.accessToken.create({ data: { ...held, name: "test", scope: token } });
    const viewer = await findViewerByToken(secret);
    if (viewer) return viewer;
    throw new Error("the token opens nothing");
  }
  const authenticatedAt = new Date(Date.now() - (fresh ? 0 : 3_600_000));
  await db.session.create({ data: { ...held, authenticatedAt } });
  return findViewerBySession(secret);
}
