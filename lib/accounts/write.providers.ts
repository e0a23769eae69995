import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { encryptSecret } from "@/lib/platform/db/encryption";
import { Refusal } from "@/lib/platform/http/refusal";
import { log } from "@/lib/platform/log";
import { discover } from "@/lib/platform/session/oidc-client";
import { mayAdminister } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { providerSelect, secretPurpose, toProvider } from "./read.providers";
import type { ProviderInput } from "./schema.providers";

const recordedFields = ["enabled", "issuer", "clientId", "secret", "domains"] as const;

/** Reads the issuer's discovery document before saving: an unreachable or misnamed issuer would lock everybody out. */
async function requireReachableIssuer(issuer: string) {
  try {
    await discover(issuer);
  } catch (error) {
    log.info({ code: (error as { code?: string }).code ?? "unfit" }, "issuer not read");
    throw new Refusal("CONFLICT", "issuerUnreachable");
  }
}

type LockedProvider = { id: string; version: number; issuer: string; clientId: string; sealedSecret: string };

async function lockProvider(tx: Tx, organizationId: string): Promise<LockedProvider | null> {
  const rows = await tx.$queryRaw<LockedProvider[]>`SELECT "id", "version", "issuer", "clientId", "sealedSecret"
    FROM "IdentityProvider" WHERE "organizationId" = ${organizationId}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}

async function findOrganization(tx: Tx, slug: string): Promise<string> {
  const found = await tx.organization.findFirst({
    where: { slug, status: { in: ["member", "observer"] } },
    select: { id: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  return found.id;
}

function requireSeenVersion(current: LockedProvider | null, expected: number | null) {
  if (current && expected === null)
    throw new Refusal("PRECONDITION_FAILED", "providerExists", { version: current.version });
  if (current?.version !== (expected ?? undefined))
    throw new Refusal("PRECONDITION_FAILED", "settingsChangedMeanwhile", { version: current?.version ?? null });
}

/** Sets up or changes where an organization's people prove who they are, over the version that was seen. */
export async function configureProvider(viewer: Viewer, input: ProviderInput, expected: number | null) {
  if (!mayAdminister(viewer)) throw new Refusal("FORBIDDEN", "administratorsOnly");
  if (input.enabled) await requireReachableIssuer(input.issuer);
  const { issuer, clientId, secret, enabled } = input;
  const domains = [...new Set(input.domains)];
  return transact(async (tx) => {
    const organizationId = await findOrganization(tx, input.slug);
    const current = await lockProvider(tx, organizationId);
    requireSeenVersion(current, expected);
    // A secret is never sent where its owner did not mean it to go.
    const otherRecipient = current?.issuer !== issuer || current.clientId !== clientId;
    if (secret === undefined && otherRecipient) throw new Refusal("CONFLICT", "needsSecret");
    const id = current?.id ?? randomUUID();
    if ((await tx.providerDomain.count({ where: { domain: { in: domains }, providerId: { not: id } } })) > 0)
      throw new Refusal("CONFLICT", "domainTaken");
    const sealedSecret =
      secret === undefined ? (current?.sealedSecret ?? "") : encryptSecret(secret, secretPurpose, id);
    const version = (current?.version ?? 0) + 1;
    const columns = { issuer, clientId, sealedSecret, enabled, version };
    await tx.identityProvider.upsert({ where: { id }, create: { id, organizationId, ...columns }, update: columns });
    await tx.providerDomain.deleteMany({ where: { providerId: id } });
    await tx.providerDomain.createMany({ data: domains.map((domain) => ({ domain, providerId: id })) });
    await tx.signInAttempt.deleteMany({ where: { providerId: id } });
    const given = recordedFields.filter((it) => input[it] !== undefined).join(" ");
    await record(tx, "identityProvider.configured", viewer, `organization/${organizationId}`, {
      version,
      enabled,
      given,
    });
    return toProvider(await tx.identityProvider.findUniqueOrThrow({ where: { id }, select: providerSelect }));
  });
}

export async function removeProvider(viewer: Viewer, slug: string) {
  if (!mayAdminister(viewer)) throw new Refusal("FORBIDDEN", "administratorsOnly");
  return transact(async (tx) => {
    const found = await tx.identityProvider.findFirst({
      where: { organization: { slug } },
      select: { id: true, organizationId: true },
    });
    if (!found) throw new Refusal("NOT_FOUND", "noSuchProvider");
    await tx.identityProvider.delete({ where: { id: found.id } });
    await record(tx, "identityProvider.removed", viewer, `organization/${found.organizationId}`);
    return { removed: true as const };
  });
}
