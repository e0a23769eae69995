import { createHash, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { ownerDb } from "@/tests/support/owner-db";
import { type Canaries, inNetwork, nobody, type Observer, own } from "./canaries";

type Id = { id: string };

const later = () => new Date(Date.now() + 3_600_000);

/** People who never look themselves: what stands about them in their organization, and what of their tokens and sessions. */
export async function plantPerson(canaries: Canaries, organization: Id, who: string, readers: readonly Observer[]) {
  const word = (column: string, them = readers) => canaries.for(them, who, column);
  const { id } = await given.representative(organization);
  const email = `${word("email", nobody)}@canary.example`;
  const told = { language: word("language", nobody), timeZone: word("timeZone", nobody) };
  await db.person.update({ where: { id }, data: { name: word("name"), email, ...told } });
  const inEnglish = { authorizedBy: word("authorizedBy"), instrument: word("instrument") };
  const mandate = { ...inEnglish, authorizedByFr: word("authorizedByFr"), instrumentFr: word("instrumentFr") };
  await ownerDb.mandate.updateMany({ where: { personId: id }, data: mandate });
  await plantToken(canaries, id, who, nobody);
  await db.session.create({ data: { personId: id, tokenHash: word("session", nobody), expiresAt: later() } });
}

export const plantToken = (canaries: Canaries, personId: string, who: string, readers: readonly Observer[]) =>
  db.accessToken.create({
    data: {
      personId,
      name: canaries.for(readers, who, "token"),
      tokenHash: canaries.for(nobody, who, "tokenHash"),
      scope: "read",
      expiresAt: later(),
    },
  });

/** Somebody was invited: those who may invite read the address, and nobody the rest. */
export async function plantInvitation(canaries: Canaries, organization: Id, readers: readonly Observer[]) {
  const now = Date.now();
  await db.invitation.create({
    data: {
      organizationId: organization.id,
      email: `${canaries.for(readers, "invited", "email")}@canary.example`,
      language: canaries.for(nobody, "invited", "language"),
      tokenHash: canaries.for(nobody, "invited", "tokenHash"),
      invitedById: randomUUID(),
      sentAt: new Date(now),
      expiresAt: new Date(now + 86_400_000),
    },
  });
}

/** What somebody thinks for themselves. */
export const plantView = (canaries: Canaries, person: Id, proposition: Id, readers: readonly Observer[]) =>
  db.personalView.create({
    data: {
      personId: person.id,
      propositionId: proposition.id,
      stance: "oppose",
      note: canaries.for(readers, "view", "note"),
      savedAt: new Date(),
    },
  });

/** What no endpoint shows to anybody. */
export async function plantRows(canaries: Canaries, { accountId }: { accountId: string }) {
  const word = (...parts: string[]) => canaries.for(nobody, ...parts);
  const email = `${word("link", "email")}@canary.example`;
  await db.signInLink.create({ data: { tokenHash: word("link", "tokenHash"), email, expiresAt: later() } });
  await db.idempotencyKey.create({
    data: {
      accountId,
      key: word("kept", "key"),
      route: `GET /api/v1/${word("kept", "route")}`,
      bodyDigest: word("kept", "bodyDigest"),
      status: 200,
      headers: { etag: word("kept", "headers") },
      body: JSON.stringify({ rationale: word("kept", "body") }),
    },
  });
  await db.rateWindow.create({ data: { key: word("rate", "key"), startsAt: new Date(), count: 1 } });
  await db.network.update({ where: { id: 1 }, data: { contentDigest: word("network", "contentDigest") } });
  const lines = JSON.stringify([["Position", word("activity", "rows"), null, word("activity", "rowDigest")]]);
  await ownerDb.$executeRaw`INSERT INTO "Activity" ("at", "kind", "subject", "facts", "rows", "previousHash", "hash") VALUES (
    now(), ${word("activity", "kind")}, ${`person/${word("activity", "subject")}`},
    ${JSON.stringify({ told: word("activity", "facts") })}::jsonb, ${lines}::jsonb, ${word("activity", "previousHash")},
    ${word("activity", "hash")})`;
  await ownerDb.$executeRaw`INSERT INTO "RowSalt" VALUES ('Position', ${word("salt", "key")}, gen_random_uuid())`;
  const importing = await db.organization.findFirstOrThrow({ where: { slug: "canary-owner" } });
  await db.positionImport.create({
    data: {
      id: randomUUID(),
      organizationId: importing.id,
      actorId: accountId,
      at: new Date(),
      digest: word("import", "digest"),
      drafts: 1,
    },
  });
  await ownerDb.mandate.updateMany({
    where: { revokedAt: { not: null } },
    data: {
      authorizedBy: canaries.for(own, "revoked", "authorizedBy"),
      instrument: canaries.for(own, "revoked", "instrument"),
    },
  });
}

export const plantedProposal = "00000000-0000-4000-8000-0000000c0de0";

/** A sentence that an organization drafts and has not proposed yet. */
export async function plantProposal(canaries: Canaries, organization: Id, readers: readonly Observer[]) {
  const theme = await db.theme.findUniqueOrThrow({ where: { slug: "canary-theme" } });
  const columns = ["titleEn", "titleFr", "statementEn", "statementFr", "reasonEn", "reasonFr", "answer"];
  const words = Object.fromEntries(columns.map((column) => [column, canaries.for(readers, "proposal", column)]));
  const at = { organizationId: organization.id, themeId: theme.id, authorId: randomUUID(), createdAt: new Date() };
  await db.proposal.create({ data: { id: plantedProposal, ...at, regimeArea: "practice", ...words } });
  const earlier = columns.map((column) => (column === "answer" ? "note" : column));
  const said = Object.fromEntries(earlier.map((column) => [column, canaries.for(readers, "step", "proposal", column)]));
  const step = { proposalId: plantedProposal, number: 1, act: "drafted", at: new Date(), parity: "pending" } as const;
  await db.proposalStep.create({ data: { ...step, actorId: randomUUID(), ...said } });
}

/** What waits in the queue, what was given up there, and the mails that lie on disk. */
export async function plantQueue(canaries: Canaries) {
  const word = (...parts: string[]) => canaries.for(nobody, ...parts);
  const payload = JSON.stringify({ email: `${word("queue", "payload")}@canary.example` });
  await db.$executeRaw`SELECT graphile_worker.add_job('send_sign_in_link', ${payload}::json, run_at => now() + interval '1 day',
    job_key => ${word("queue", "key")})`;
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET "last_error" = ${word("queue", "lastError")}
    WHERE "payload"::text LIKE '%cnry%'`;
  const folder = path.join(process.env.CONCERTED_DATA_DIR ?? "", "outbox");
  await mkdir(folder, { recursive: true });
  const to = `${word("mail", "to")}@canary.example`;
  const mail = { to, subject: word("mail", "subject"), text: word("mail", "text"), messageId: word("mail", "id") };
  const name = createHash("sha256").update(to).digest("hex").slice(0, 8);
  await writeFile(path.join(folder, `2027-${name}.json`), JSON.stringify({ ...mail, at: new Date().toISOString() }));
}

/** What the network reads of itself and administrators set: when it rests, and where an organization signs in. */
export async function plantSettings(canaries: Canaries, organization: Id) {
  const rests: Observer[] = [...inNetwork, "administrator"];
  const name = (column: string) => canaries.for(rests, "blackout", column);
  const days = { firstOn: new Date("2027-12-20"), lastOn: new Date("2028-01-03") };
  await db.blackout.create({ data: { ...days, nameEn: name("nameEn"), nameFr: name("nameFr") } });
  const word = (column: string) => canaries.for(["administrator"], "provider", column);
  const hidden = (...parts: string[]) => canaries.for(nobody, ...parts);
  await db.identityProvider.create({
    data: {
      organizationId: organization.id,
      issuer: `https://${word("issuer")}.example`,
      clientId: word("clientId"),
      sealedSecret: hidden("provider", "sealedSecret"),
      domains: { create: { domain: `${word("domain")}.example` } },
      attempts: {
        create: {
          secretHash: hidden("attempt", "secretHash"),
          next: `/en/${hidden("attempt", "next")}`,
          expiresAt: later(),
        },
      },
    },
  });
}

/** Another address that somebody asked to be known by: for them alone, and what confirms it for nobody. */
export async function plantEmailChange(
  canaries: Canaries,
  personId: string,
  who: string,
  readers: readonly Observer[],
) {
  const hidden = (column: string) => canaries.for(nobody, who, "emailChange", column);
  const newEmail = `${canaries.for(readers, who, "emailChange", "newEmail")}@canary.example`;
  const hashes = { newTokenHash: hidden("newTokenHash"), oldTokenHash: hidden("oldTokenHash") };
  await db.emailChange.create({ data: { personId, newEmail, ...hashes, expiresAt: later() } });
}

/** A key of somebody's, and what it was asked to sign: its name is for them alone, the rest for nobody. */
export async function plantPasskey(canaries: Canaries, personId: string, who: string, readers: readonly Observer[]) {
  const hidden = (column: string) => canaries.for(nobody, who, "passkey", column);
  await db.passkey.create({
    data: {
      personId,
      name: canaries.for(readers, who, "passkey", "name"),
      credentialId: hidden("credentialId"),
      publicKey: Buffer.from(hidden("publicKey")),
      transports: [hidden("transports")],
    },
  });
  const session = await db.session.findFirstOrThrow({ where: { personId } });
  await db.webauthnChallenge.create({
    data: { sessionId: session.id, kind: "prove", challenge: hidden("challenge"), expiresAt: later() },
  });
}

/** The report's library is public: an item of it holds no planted word, and a clause may rest on it. */
export async function plantDocument() {
  await db.libraryItem.create({
    data: {
      ...{ slug: "summit-outcome", titleEn: "Outcome", titleFr: "Document final", author: "UN", authorFr: "ONU" },
      ...{ date: "2005", kind: "resolution", inSource: true, referenceEn: "A/RES/60/1", referenceFr: "A/RES/60/1" },
      ...{ summaryEn: "The outcome.", summaryFr: "Le document.", sort: 1 },
    },
  });
}
