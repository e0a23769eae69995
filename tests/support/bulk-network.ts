import { randomBytes, randomUUID } from "node:crypto";
import { toCode } from "@/lib/board-pack/rules";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { given } from "@/tests/support/builders";
import { loadParts } from "@/tests/support/nouns";

/** What a noun adds to the crowd, and what fills the names in its addresses: `tests/support/nouns/<noun>.crowd.ts`. */
export type CrowdPart = (of: {
  organization: { id: string };
  signer: { id: string };
}) => Promise<Record<string, string>>;

export type CrowdedWorld = { cookie: string; at: Record<string, string> };

/** Somebody signed in, who signs for an organization that stated something on one of two propositions; and room for a crowd. */
export async function makeCrowdedWorld(): Promise<CrowdedWorld> {
  const theme = await given.theme();
  const organization = await given.organization();
  const [first, second] = [await given.proposition({ theme }), await given.proposition({ theme })];
  await db.proposition.update({ where: { id: first.id }, data: { number: 1 } });
  await db.proposition.update({ where: { id: second.id }, data: { number: 2 } });
  const held = await given.standing({ organization, proposition: first });
  // The demonstration's own endpoints answer only where there is one.
  await db.network.update({ where: { id: 1 }, data: { kind: "demonstration" } });
  const signer = await given.convener(organization);
  // Doors for administrators answer them alone.
  await db.person.update({ where: { id: signer.id }, data: { administrator: true } });
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.session.create({ data: { personId: signer.id, tokenHash: sha256(secret), expiresAt } });
  const token = randomBytes(32).toString("base64url");
  const typed = {
    nameEn: "Quiet Cove",
    nameFr: "Anse tranquille",
    type: "other",
    province: "ON",
    workingLanguage: "en",
  } as const;
  const rest = {
    mandateEn: "",
    mandateFr: "",
    contactName: "A",
    contactEmail: "a@test.example",
    why: "",
    language: "en",
  };
  await db.application.create({ data: { ...typed, ...rest, tokenHash: sha256(token), tokenExpiresAt: expiresAt } });
  const proposal = randomUUID();
  await db.proposal.create({
    data: {
      id: proposal,
      organizationId: organization.id,
      authorId: signer.id,
      themeId: theme.id,
      regimeArea: "practice",
      titleEn: "A title",
      createdAt: new Date(),
    },
  });
  const asked = {
    email: "invited@test.example",
    language: "en",
    invitedById: signer.id,
    sentAt: new Date(),
    expiresAt,
  };
  await db.invitation.create({ data: { ...asked, organizationId: organization.id, tokenHash: sha256(token) } });
  const moving = { personId: signer.id, newEmail: "moving@test.example", newTokenHash: sha256(token), expiresAt };
  await db.emailChange.create({ data: moving });
  const id = randomUUID();
  await db.importProgress.create({ data: { id, personId: signer.id, done: 1, total: 2 } });
  const parts = await loadParts<CrowdPart>("crowd");
  const added = await Promise.all(parts.map((build) => build({ organization, signer })));
  return {
    cookie: `concerted-session=${secret}`,
    at: {
      theme: theme.slug,
      ...Object.assign({}, ...added),
      organization: organization.slug,
      proposition: first.slug,
      token,
      "position-import": id,
      decision: toCode(held.id),
      proposal,
    },
  };
}
