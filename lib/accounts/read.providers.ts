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

/**
 * The identity provider for an address's domain. Works the same whether the account exists or not; an organization that
 * is not listed publicly is not named.
 */
export async function findProviderByAddress({ email }: ProviderLookupInput): Promise<ProviderLookup> {
  const domain = domainOf(email);
  const found = await db.providerDomain.findFirst({
    where: { domain, provider: inUse },
    select: {
      provider: { select: { id: true, organization: { select: { nameEn: true, nameFr: true, listing: true } } } },
    },
  });
  if (!found) return { provider: null };
  const { id, organization } = found.provider;
  const named = organization.listing === "public" ? { en: organization.nameEn, fr: organization.nameFr } : null;
  return { provider: { start: `/api/auth/organization/${id}`, domain, organization: named } };
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
