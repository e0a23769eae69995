import "server-only";
import { randomUUID } from "node:crypto";
import { record } from "@/lib/activity/record";
import { type Tx, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { seal } from "@/lib/platform/sealed";
import { discover } from "@/lib/platform/session/issuer";
import type { Viewer } from "@/lib/platform/viewer";
import { mayConfigureProviders } from "./policy.providers";
import { purpose, shownProvider, toProvider } from "./read.providers";
import type { ProviderInput } from "./schema.providers";

const names = ["enabled", "issuer", "clientId", "secret", "domains"] as const;

/** Asked before anything is kept: an issuer that cannot be read, or that calls itself something else, lets nobody in. */
async function mustAnswer(issuer: string) {
  try {
    await discover(issuer);
  } catch (error) {
    log.info({ code: (error as { code?: string }).code ?? "unfit" }, "issuer not read");
    throw new Refusal("CONFLICT", "issuerUnreachable");
  }
}

type Held = { id: string; version: number; issuer: string; clientId: string; sealedSecret: string };

async function lockProvider(tx: Tx, organizationId: string): Promise<Held | null> {
  const rows = await tx.$queryRaw<Held[]>`SELECT "id", "version", "issuer", "clientId", "sealedSecret"
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

function mustBeSeen(held: Held | null, expected: number | null) {
  if (held && expected === null) throw new Refusal("PRECONDITION_FAILED", "providerExists", { version: held.version });
  if (held?.version !== (expected ?? undefined))
    throw new Refusal("PRECONDITION_FAILED", "settingsChangedMeanwhile", { version: held?.version ?? null });
}

/** Sets up or changes where an organization's people prove who they are, over the version that was seen. */
export async function configureProvider(viewer: Viewer, input: ProviderInput, expected: number | null) {
  if (!mayConfigureProviders(viewer)) throw new Refusal("FORBIDDEN", "administratorsOnly");
  if (input.enabled) await mustAnswer(input.issuer);
  const { issuer, clientId, secret, enabled } = input;
  const domains = [...new Set(input.domains)];
  return transact(async (tx) => {
    const organizationId = await findOrganization(tx, input.slug);
    const held = await lockProvider(tx, organizationId);
    mustBeSeen(held, expected);
    // A secret is never sent where its owner did not mean it to go.
    const elsewhere = held?.issuer !== issuer || held.clientId !== clientId;
    if (secret === undefined && elsewhere) throw new Refusal("CONFLICT", "needsSecret");
    const id = held?.id ?? randomUUID();
    if ((await tx.providerDomain.count({ where: { domain: { in: domains }, providerId: { not: id } } })) > 0)
      throw new Refusal("CONFLICT", "domainTaken");
    const sealedSecret = secret === undefined ? (held?.sealedSecret ?? "") : seal(secret, purpose, id);
    const version = (held?.version ?? 0) + 1;
    const told = { issuer, clientId, sealedSecret, enabled, version };
    await tx.identityProvider.upsert({ where: { id }, create: { id, organizationId, ...told }, update: told });
    await tx.providerDomain.deleteMany({ where: { providerId: id } });
    await tx.providerDomain.createMany({ data: domains.map((domain) => ({ domain, providerId: id })) });
    await tx.signInAttempt.deleteMany({ where: { providerId: id } });
    const given = names.filter((it) => input[it] !== undefined).join(" ");
    await record(tx, "identityProvider.configured", viewer, `organization/${organizationId}`, {
      version,
      enabled,
      given,
    });
    return toProvider(await tx.identityProvider.findUniqueOrThrow({ where: { id }, select: shownProvider }));
  });
}

export async function removeProvider(viewer: Viewer, slug: string) {
  if (!mayConfigureProviders(viewer)) throw new Refusal("FORBIDDEN", "administratorsOnly");
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
