import "server-only";
import { db } from "@/lib/platform/db/client";
import { decryptSecret } from "@/lib/platform/db/encryption";
import { asc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { nameColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { toCallback } from "@/lib/platform/session/oidc-client";
import type { Viewer } from "@/lib/viewer/schema";
import { providersReadableBy } from "./policy.providers";
import { domainOf } from "./rules.providers";
import type { IdentityProvider, ProviderLookup, ProviderLookupInput, ProvidersInput } from "./schema.providers";

export const secretPurpose = "identity provider";

export const providerSelect = {
  id: true,
  issuer: true,
  clientId: true,
  sealedSecret: true,
  enabled: true,
  version: true,
  domains: { orderBy: { domain: "asc" }, select: { domain: true } },
  organization: { select: { slug: true, nameEn: true, nameFr: true } },
} satisfies Prisma.IdentityProviderSelect;
type Row = Prisma.IdentityProviderGetPayload<{ select: typeof providerSelect }>;

export const toProvider = (row: Row): IdentityProvider => ({
  organization: { slug: row.organization.slug, name: { en: row.organization.nameEn, fr: row.organization.nameFr } },
  issuer: row.issuer,
  clientId: row.clientId,
  domains: row.domains.map(({ domain }) => domain),
  enabled: row.enabled,
  callback: toCallback(row.id),
  secretReadable: decryptSecret(row.sealedSecret, secretPurpose, row.id) !== null,
  version: row.version,
});

const byName = (language: Locale) =>
  keyset<Prisma.IdentityProviderWhereInput, Prisma.IdentityProviderOrderByWithRelationInput>(
    "providers",
    asc(`organization.${nameColumn[language]}`),
    asc("organization.slug"),
  );

export async function listProviders(viewer: Viewer, page: ProvidersInput, language: Locale) {
  const where = providersReadableBy(viewer);
  const order = byName(language);
  const [rows, total] = await Promise.all([
    db.identityProvider.findMany({ ...order.page(where, page), select: providerSelect }),
    db.identityProvider.count({ where }),
  ]);
  return order.toPage(rows, page, total, toProvider);
}

const inUse: Prisma.IdentityProviderWhereInput = {
  enabled: true,
  organization: { status: { in: ["member", "observer"] } },
};

async function findProvider(domain: string, organization: Prisma.OrganizationWhereInput): Promise<ProviderLookup> {
  const found = await db.providerDomain.findFirst({
    where: { domain, provider: { AND: [inUse, { organization }] } },
    select: { provider: { select: { id: true, organization: { select: { nameEn: true, nameFr: true } } } } },
  });
  if (!found) return { provider: null };
  const { id, organization: of } = found.provider;
  return {
    provider: { start: `/api/auth/organization/${id}`, domain, organization: { en: of.nameEn, fr: of.nameFr } },
  };
}

/**
 * The identity provider for an address's domain, to whoever typed it: of an organization that is listed to the public, or
 * of the caller's own. Of any other the answer would tell a stranger that it takes part. Whether the address has an account
 * is not asked.
 */
export function findProviderByAddress(viewer: Viewer, { email }: ProviderLookupInput): Promise<ProviderLookup> {
  const own = viewer.representations.map((it) => it.organizationId);
  return findProvider(domainOf(email), { OR: [{ listing: "public" }, { id: { in: own } }] });
}

/**
 * The identity provider of an organization that the person of this address belongs to, listed or not, for the page that a
 * mail to that address opens. Somebody of the same domain who belongs elsewhere is told nothing.
 */
export function findOwnProvider(email: string): Promise<ProviderLookup> {
  const belongs = { representations: { some: { endedAt: null, person: { email } } } };
  return findProvider(domainOf(email), belongs);
}

/** A provider with its client secret, for the OIDC routes; null when none is enabled. */
export async function findProviderWithSecret(id: string) {
  const row = await db.identityProvider.findFirst({
    where: { id, ...inUse },
    select: { issuer: true, clientId: true, sealedSecret: true, version: true, domains: { select: { domain: true } } },
  });
  const secret = row && decryptSecret(row.sealedSecret, secretPurpose, id);
  if (!row || secret === null) return null;
  const { issuer, clientId, version, domains } = row;
  return { id, issuer, clientId, secret, version, domains: domains.map(({ domain }) => domain) };
}
