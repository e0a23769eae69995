import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { nameColumn, personColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { belongsTo, inNetwork, isConvener } from "@/lib/viewer/rules";
import { isFresh } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { isSignatoryOf, readableBy } from "./policy";
import { currentTerm, organizationNameSelect, toOrganizationName } from "./read.select";
import type { Convener, Offer } from "./schema.convener";

const termSelect = {
  id: true,
  organizationId: true,
  since: true,
  until: true,
  scopeEn: true,
  scopeFr: true,
  organization: { select: organizationNameSelect },
} satisfies Prisma.ConvenerTermSelect;

type TermRow = Prisma.ConvenerTermGetPayload<{ select: typeof termSelect }>;

const toTerm = ({ organization, since, until, scopeEn, scopeFr }: TermRow) => ({
  organization: toOrganizationName(organization),
  since: since.toISOString(),
  until: until?.toISOString() ?? null,
  scope: { en: scopeEn ?? "", fr: scopeFr ?? "" },
});

/** Who convenes, since when and for what; who did before; and, for those it concerns, how the term can go on. */
export async function getConvener(viewer: Viewer, language: Locale): Promise<Convener> {
  const now = new Date();
  const readable: Prisma.ConvenerTermWhereInput = { organization: readableBy(viewer), since: { lte: now } };
  const persons = { persons: { select: { personId: true, person: { select: { name: true } } } } };
  const [current, past, offers] = await Promise.all([
    db.convenerTerm.findFirst({
      where: { AND: [readable, currentTerm(now)] },
      orderBy: [{ since: "desc" }, { id: "asc" }],
      select: { ...termSelect, ...persons },
    }),
    db.convenerTerm.findMany({
      where: { AND: [readable, { until: { lte: now } }] },
      orderBy: [{ since: "desc" }, { id: "asc" }],
      take: 100,
      select: termSelect,
    }),
    listOffers(viewer),
  ]);
  const handover = current && exercises(viewer, current) ? await findHandover(current, now, language) : null;
  const nameable =
    current && isSignatoryOf(viewer, current.organizationId) ? await listNameable(current, language) : null;
  const mayAct = handover !== null || nameable !== null || offers.length > 0;
  const own = current !== null && belongsTo(viewer, current.organizationId);
  return {
    current: current && {
      ...toTerm(current),
      persons: inNetwork(viewer) ? current.persons.map(({ person }) => ({ name: person.name })) : null,
      own,
    },
    past: past.map(toTerm),
    offers,
    ...{ handover, nameable },
    needsFreshSignIn: mayAct && viewer.token === null && !isFresh(viewer, now),
  };
}

const exercises = (viewer: Viewer, { organizationId }: TermRow) =>
  isConvener(viewer) && viewer.convenerFor.includes(organizationId);

/** Offers that wait: for those who made them, and for the people of the organization that is asked. */
export async function listOffers(viewer: Viewer): Promise<Offer[]> {
  const asked = viewer.representations.map((it) => it.organizationId);
  const rows = await db.convenerHandover.findMany({
    where: {
      answer: null,
      OR: [{ organizationId: { in: asked } }, { term: { organizationId: { in: viewer.convenerFor } } }],
    },
    orderBy: { offeredAt: "asc" },
    take: 100,
    include: {
      organization: { select: { ...organizationNameSelect, status: true } },
      term: { select: { organizationId: true, organization: { select: organizationNameSelect } } },
    },
  });
  return rows
    .filter((it) => belongsTo(viewer, it.organizationId) || isConvener(viewer))
    .map((it) => ({
      id: it.id,
      from: toOrganizationName(it.term.organization),
      to: toOrganizationName(it.organization),
      scope: { en: it.scopeEn ?? "", fr: it.scopeFr ?? "" },
      until: it.until?.toISOString() ?? null,
      offeredAt: it.offeredAt.toISOString(),
      mayAnswer: it.organization.status === "member" && isSignatoryOf(viewer, it.organizationId),
      mayWithdraw: isConvener(viewer) && viewer.convenerFor.includes(it.term.organizationId),
    }));
}

type Running = TermRow & { persons: { personId: string }[] };

async function findHandover({ organizationId, persons }: Running, now: Date, language: Locale) {
  const signs: Prisma.MandateWhereInput = { ...inForce(now), powers: { has: "sign_off" } };
  const [members, applications] = await Promise.all([
    db.organization.findMany({
      where: { status: "member", id: { not: organizationId } },
      orderBy: [{ [nameColumn[language]]: "asc" }, { slug: "asc" }],
      take: 500,
      select: {
        ...organizationNameSelect,
        mandates: { where: signs, distinct: ["personId"], select: { personId: true } },
      },
    }),
    db.organization.count({ where: { status: "applied" } }),
  ]);
  const to = members.map(({ mandates, ...it }) => ({ ...toOrganizationName(it), signatories: mandates.length }));
  return { ownPersons: persons.length, applications, to };
}

async function listNameable({ organizationId, persons }: Running, language: Locale) {
  const rows = await db.person.findMany({
    where: { representations: { some: { organizationId, endedAt: null } } },
    orderBy: [{ [personColumn[language]]: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  const named = new Set(persons.map((it) => it.personId));
  return rows.map((it) => ({ ...it, named: named.has(it.id) }));
}

/** Who exercises the convener's term now, to be written to: named for it, and still of the organization it was given to. */
export async function findConveners(): Promise<{ id: string; email: string; language: string }[]> {
  const term = currentTerm(new Date());
  const rows = await db.person.findMany({
    where: { convenerPersons: { some: { term } } },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, email: true, language: true },
      convenerPersons: { where: { term }, select: { term: { select: { organizationId: true } } } },
      representations: { where: { endedAt: null }, select: { organizationId: true } },
    },
  });
  return rows
    .filter(({ convenerPersons, representations }) =>
      convenerPersons.some((it) => representations.some((own) => own.organizationId === it.term.organizationId)),
    )
    .map(({ id, email, language }) => ({ id, email, language }));
}
