import { randomUUID } from "node:crypto";
import { refreshConcealed } from "@/lib/agreement/jobs";
import { db, transact } from "@/lib/platform/db/client";
import { draft, insertPositions, openPosition, signOff, submit } from "@/prisma/seed/build-position";
import { given } from "@/tests/support/builders";
import { browserOf, type Caller, programOf } from "../identities";
import type { Subject } from "./table";

type Id = { id: string };
export type Named = Id & { slug: string };
export type Visibility = "organization" | "convener" | "network" | "public";
export type MatrixPosition = { organization: string; proposition: string };
type Who = { id: string; caller: Caller };

/** What there is of a position: a draft at its stage, and what stands, shown to whom, due for review or not. */
export type PositionState = {
  draft?: "drafted" | "submitted";
  drafting?: Visibility;
  standing?: Visibility;
  due?: boolean;
  /** What stands is support with a reservation. */
  reserved?: boolean;
};

export type MatrixWorld = {
  who: Record<Subject, Who>;
  /** Whose people most of the subjects are; one that is listed to the network alone; one that applied; who convenes. */
  ours: Named;
  quiet: Named;
  applied: Named;
  convening: Named;
  theme: string;
  writing: Named;
  /** A new proposition on `writing`, a theme that all but one sign for, and what the organization holds there. */
  createPosition: (
    organization: Named,
    life: PositionState | null,
  ) => Promise<MatrixPosition & { version: number; id: string }>;
  /** The same part for another organization, for what would change the one that all share. */
  playing: (subject: Subject, organization: Named) => Promise<Caller>;
  /** What many look at and nobody changes. */
  shared: Record<string, MatrixPosition>;
};

const anHourAgo = () => new Date(Date.now() - 3_600_000);
const twoYearsAgo = () => new Date(Date.now() - 730 * 86_400_000);
const act = (at: Date) => ({
  by: randomUUID(),
  at,
  mandate: { authorizedBy: "Board of directors", instrument: "Resolution 7", instrumentDate: at },
});

function build(organizationId: string, propositionId: string, life: PositionState) {
  const { draft: stage, drafting, standing, due, reserved } = life;
  const built = openPosition(organizationId, propositionId);
  const at = act(due ? twoYearsAgo() : anHourAgo());
  const reservation = { stance: "support_with_reservation", reservationEn: "Except by force." } as const;
  const said = { ...(reserved ? reservation : { stance: "support" as const }), propositionVersion: 1 };
  if (standing) {
    draft(built, { ...said, visibility: standing }, at);
    signOff(built, at);
  }
  if (stage) draft(built, { ...said, visibility: drafting ?? "network" }, at);
  if (stage === "submitted") submit(built, at);
  return built;
}

type Themes = { here: Id[]; otherTheme: Id };

/** Somebody of this organization in this part, or null where the part is played elsewhere. */
function insider(subject: Subject, organization: Id, { here, otherTheme }: Themes): Promise<Id> | null {
  if (subject === "representative") return given.representative(organization);
  if (subject === "signatory" || subject === "program" || subject === "oldSignIn")
    return given.signatory(organization, { themes: here });
  if (subject === "otherTheme") return given.signatory(organization, { themes: [otherTheme] });
  if (subject === "notPublic")
    return given.representative(organization, { powers: ["draft", "sign_off"], themes: here });
  if (subject === "expired") return given.signatory(organization, { expiresAt: anHourAgo() });
  return null;
}

async function enterAs(subject: Subject, person: Id): Promise<Caller> {
  if (subject === "program") return programOf(person, "commit");
  const caller = await browserOf(person);
  if (subject === "oldSignIn")
    await db.session.updateMany({ where: { personId: person.id }, data: { authenticatedAt: anHourAgo() } });
  return caller;
}

export async function buildMatrixWorld(subjects: readonly Subject[]): Promise<MatrixWorld> {
  const ours = await given.organization({ slug: "matrix-ours", listing: "public" });
  const quiet = await given.organization({ slug: "matrix-quiet", listing: "network" });
  const applied = await given.organization({ slug: "matrix-applied", status: "applied" });
  const convening = await given.organization({ slug: "matrix-convening", listing: "public" });
  const watching = await given.organization({ slug: "matrix-watching", status: "observer" });
  const another = await given.organization({ slug: "matrix-another" });
  const theme = await given.theme({ slug: "matrix-theme" });
  const writing = await given.theme({ slug: "matrix-writing" });
  const otherTheme = await given.theme({ slug: "matrix-other-theme" });
  const themes = { here: [theme, writing], otherTheme };

  const rapporteur = async () => {
    const person = await given.memberOf(another);
    await given.rapporteur(person, another, { occasionEn: "Matrix occasion" });
    return person;
  };
  const outsiders: Partial<Record<Subject, () => Promise<Id>>> = {
    outsider: () => given.person(),
    applicant: () => given.memberOf(applied),
    observer: () => given.memberOf(watching),
    other: () => given.signatory(another),
    convener: () => given.convener(convening),
    guest: () => given.person({ guest: true }),
    administrator: () => given.person({ administrator: true }),
    rapporteur,
  };
  const who = {} as MatrixWorld["who"];
  for (const subject of subjects) {
    const person = await (insider(subject, ours, themes) ?? outsiders[subject]?.() ?? null);
    who[subject] = person ? { id: person.id, caller: await enterAs(subject, person) } : { id: "", caller: {} };
  }

  const createPositionOn = async (about: Id, organization: Named, life: PositionState | null) => {
    const proposition = await given.proposition({ theme: about });
    const at = { organization: organization.slug, proposition: proposition.slug };
    if (!life) return { ...at, version: 0, id: "" };
    const built = build(organization.id, proposition.id, life);
    await transact((tx) => insertPositions(tx, [built]));
    return { ...at, version: built.position.version, id: built.position.id };
  };
  const createPosition: MatrixWorld["createPosition"] = (organization, life) =>
    createPositionOn(writing, organization, life);
  const playing: MatrixWorld["playing"] = async (subject, organization) => {
    const person = await (insider(subject, organization, themes) ?? null);
    return person ? enterAs(subject, person) : who[subject].caller;
  };

  const shown = async (organization: Named, life: PositionState | null): Promise<MatrixPosition> => {
    const { version: _, id: __, ...at } = await createPositionOn(theme, organization, life);
    return at;
  };
  const shared = {
    organization: await shown(ours, { standing: "organization" }),
    convener: await shown(ours, { standing: "convener" }),
    network: await shown(ours, { standing: "network" }),
    public: await shown(ours, { standing: "public" }),
    quiet: await shown(quiet, { standing: "public" }),
    drafted: await shown(ours, { draft: "drafted" }),
    submitted: await shown(ours, { draft: "submitted" }),
    draftAndStanding: await shown(ours, { draft: "drafted", standing: "public" }),
    nothing: await shown(ours, null),
  };
  const rest = { firstOn: new Date("2027-12-20"), lastOn: new Date("2028-01-03"), nameEn: "Rest", nameFr: "Repos" };
  await db.blackout.create({ data: rest });
  await plantProvider(ours);
  const known = await given.memberOf(quiet, { name: "Matrix Known" });
  await db.representation.updateMany({ where: { personId: known.id }, data: { shownTo: "network" } });
  await given.memberOf(ours, { name: "Matrix Hidden" });
  await refreshConcealed();
  return { who, writing, ours, quiet, applied, convening, theme: theme.slug, createPosition, playing, shared };
}

export const plantProvider = ({ id, slug }: Named) =>
  db.identityProvider.create({
    data: {
      organizationId: id,
      issuer: `https://${slug}.example`,
      clientId: "concerted",
      sealedSecret: "sealed",
      domains: { create: { domain: `${slug}.example` } },
    },
  });
