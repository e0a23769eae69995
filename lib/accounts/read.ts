import "server-only";
import { isDemonstration } from "@/lib/network/read.settings";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset, sliceOrder } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Power } from "@/lib/platform/generated/prisma/enums";
import { Refusal } from "@/lib/platform/http/refusal";
import { nameColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { listKeptMails, readKeptMail } from "@/lib/platform/mail/delivery";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { mayMakeTokens, tokensReadableBy } from "./policy";
import { demonstrationRoleOf, isDemonstrationAddress, powersWithin, tokenStateOf } from "./rules";
import type { DemonstrationPerson, ListInput, Me, Token } from "./schema";

export const tokenSelect = {
  id: true,
  name: true,
  scope: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} satisfies Prisma.AccessTokenSelect;
type TokenRow = Prisma.AccessTokenGetPayload<{ select: typeof tokenSelect }>;

export const toToken = (row: TokenRow, now: Date): Token => ({
  id: row.id,
  name: row.name,
  scope: row.scope,
  state: tokenStateOf(row, now),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

const newestTokens = keyset<Prisma.AccessTokenWhereInput, Prisma.AccessTokenOrderByWithRelationInput>(
  "tokens",
  desc("createdAt"),
  asc("id"),
);

export async function listTokens(viewer: Viewer, page: ListInput) {
  const where = tokensReadableBy(viewer);
  const [rows, total] = await Promise.all([
    db.accessToken.findMany({ ...newestTokens.page(where, page), select: tokenSelect }),
    db.accessToken.count({ where }),
  ]);
  const now = new Date();
  return newestTokens.toPage(rows, page, total, (row) => toToken(row, now));
}

const mandateSelect = {
  id: true,
  powers: true,
  allThemes: true,
  authorizedBy: true,
  instrument: true,
  instrumentDate: true,
  expiresAt: true,
  selfAuthorized: true,
  organization: { select: { slug: true, nameEn: true, nameFr: true, status: true } },
  themes: {
    orderBy: { theme: { sort: "asc" } },
    select: { theme: { select: { slug: true, titleEn: true, titleFr: true } } },
  },
} satisfies Prisma.MandateSelect;
type MandateRow = Prisma.MandateGetPayload<{ select: typeof mandateSelect }>;

const toMandate = (row: MandateRow): Me["mandates"][number] => ({
  id: row.id,
  organization: row.organization.slug,
  organizationName: { en: row.organization.nameEn, fr: row.organization.nameFr },
  powers: row.powers,
  themes: row.allThemes
    ? null
    : row.themes.map(({ theme }) => ({ slug: theme.slug, title: { en: theme.titleEn, fr: theme.titleFr } })),
  authorizedBy: row.authorizedBy,
  instrument: row.instrument,
  instrumentDate: row.instrumentDate.toISOString().slice(0, 10),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  selfAuthorized: row.selfAuthorized,
});

/** What this person may do now, by the session or token they came with. */
function rightsOf(viewer: Viewer, mandates: readonly MandateRow[], now: Date): Me["may"] {
  const belongs = new Set(viewer.representations.map((it) => it.slug));
  const scope = viewer.token?.scope ?? null;
  const organizationsWith = (power: Power) => {
    const held = mandates.filter(
      ({ organization, powers }) =>
        organization.status === "member" &&
        belongs.has(organization.slug) &&
        powersWithin(powers, scope).includes(power),
    );
    return [...new Set(held.map((it) => it.organization.slug))].sort();
  };
  return {
    draft: organizationsWith("draft"),
    signOff: organizationsWith("sign_off"),
    endorse: organizationsWith("endorse"),
    signPublicly: organizationsWith("sign_publicly"),
    commitNow: mayCommitNow(viewer, now),
    makeTokens: mayMakeTokens(viewer),
    administer: viewer.administrator && scope === null,
  };
}

/** When this session or token ends, and when the session began. */
async function readSpan({ token, sessionId }: Viewer): Promise<{ expiresAt: Date; createdAt: Date | null }> {
  if (token) {
    const found = await db.accessToken.findUniqueOrThrow({ where: { id: token.id }, select: { expiresAt: true } });
    return { ...found, createdAt: null };
  }
  const span = { expiresAt: true, createdAt: true };
  return db.session.findUniqueOrThrow({ where: { id: sessionId ?? "" }, select: span });
}

/** Who is asking, for whom they may act, and on whose authority. */
export async function getMe(viewer: Viewer, reading: Locale = "en"): Promise<Me> {
  const { personId: id, name, email, language, timeZone, hours, administrator, guest } = viewer;
  if (id === null || timeZone === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  const [rows, { expiresAt, createdAt }] = await Promise.all([
    db.mandate.findMany({
      where: { id: { in: viewer.mandates.map((it) => it.id) } },
      orderBy: [
        { organization: { [nameColumn[reading]]: "asc" } },
        { organization: { slug: "asc" } },
        { validFrom: "asc" },
        { id: "asc" },
      ],
      select: mandateSelect,
    }),
    readSpan(viewer),
  ]);
  return {
    person: { id, name, email, language, timeZone, hours, administrator, guest },
    organizations: viewer.representations.map((it) => ({
      slug: it.slug,
      code: it.code,
      name: { en: it.nameEn, fr: it.nameFr },
      status: it.status,
      convener: viewer.convenerFor.includes(it.organizationId),
    })),
    mandates: rows.map(toMandate),
    access: {
      by: viewer.token ? "token" : "session",
      scope: viewer.token?.scope ?? null,
      expiresAt: expiresAt.toISOString(),
      beganAt: createdAt?.toISOString() ?? null,
      signedInAt: viewer.authenticatedAt?.toISOString() ?? null,
    },
    may: rightsOf(viewer, rows, new Date()),
  };
}

const demonstrationByAddress = sliceOrder<DemonstrationPerson>("demonstration", ({ email }) => [email]);

/** The fictional people that anyone may be for a while; nobody at all outside demonstration mode. */
export async function listDemonstration(page: ListInput) {
  if (!(await isDemonstration())) throw new Refusal("NOT_FOUND", "notInDemonstration");
  const rows = await db.person.findMany({
    where: { email: { endsWith: "@demo.example" } },
    orderBy: { email: "asc" },
    select: {
      email: true,
      name: true,
      representations: {
        where: { endedAt: null },
        select: { organization: { select: { slug: true, code: true, nameEn: true, nameFr: true } } },
      },
    },
  });
  const people = rows.flatMap(({ email, name, representations }): DemonstrationPerson[] => {
    const part = isDemonstrationAddress(email) ? demonstrationRoleOf(email) : null;
    const of = representations[0]?.organization;
    const organization = of ? { slug: of.slug, code: of.code, name: { en: of.nameEn, fr: of.nameFr } } : null;
    return part ? [{ email, name: name ?? email, part, organization }] : [];
  });
  return demonstrationByAddress.toSlice(people, page);
}

const newestMails = sliceOrder<string>(
  "outbox",
  (name) => [name],
  (one, other) => (one > other ? -1 : one < other ? 1 : 0),
);

/** The mails that were not sent anywhere. They hold links that sign people in, so only a demonstration shows them. */
export async function listOutbox(page: ListInput) {
  if (!(await isDemonstration())) throw new Refusal("NOT_FOUND", "notInDemonstration");
  const { items, nextCursor, total } = newestMails.toSlice(await listKeptMails(), page);
  return { items: await Promise.all(items.map(readKeptMail)), nextCursor, total };
}
