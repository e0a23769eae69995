import { afterAll, beforeAll, expect, test } from "vitest";
import { getOrganization } from "@/lib/organizations/read";
import { decideMembership } from "@/lib/organizations/write.membership";
import { db } from "@/lib/platform/db/client";
import { draftInput } from "@/lib/positions/schema";
import { saveDraft } from "@/lib/positions/write.drafts";
import { signOff } from "@/lib/positions/write.signing";
import { applicationBy } from "@/tests/support/application-form";
import { as, given } from "@/tests/support/builders";
import { withClient } from "../host/postgres/roles.mjs";
import { migrate } from "./migrate.mjs";

const ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
const undone = ["20261201105500_addresses_lead_on", "20261201106000_named_at_admission", "20261201110000_%"];

/** Brings the database back to before these migrations, with what stood in it then, and forth again. */
async function upgrade(before: readonly string[]) {
  await withClient(ownerUrl, async (client) => {
    await client.query("BEGIN");
    for (const sql of before) await client.query(sql);
    await client.query(`ALTER TABLE "Organization" DROP COLUMN "formerSlug"`);
    await client.query("DELETE FROM _prisma_migrations WHERE migration_name LIKE ANY ($1)", [undone]);
    // What is done here by hand is in the record as an act.
    await client.query("SELECT record_activity(now(), 'network.changed', NULL, false, 'network', '{}', 'x')");
    await client.query("COMMIT");
  });
  return migrate({ ownerUrl, appUrl: process.env.DATABASE_URL ?? "" });
}

/** An application as one was kept before: with an address made of its name. */
async function applied(slug: string, status: "applied" | "refused" | "left") {
  const organization = await given.organization({ slug, code: slug, status });
  const { contact, name, mandate, ...rest } = applicationBy(`${slug}@applicants.example`);
  await db.application.create({
    data: {
      ...{ ...rest, type: "other", nameEn: name.en, nameFr: name.fr, mandateEn: mandate.en, mandateFr: mandate.fr },
      ...{ contactName: contact.name, contactEmail: contact.email, confirmedAt: new Date() },
      organizationId: organization.id,
    },
  });
  return organization;
}

let organizations: Record<"waiting" | "refused" | "gone" | "member", Awaited<ReturnType<typeof applied>>>;
let desk: Awaited<ReturnType<typeof given.desk>>;
let convenes: { id: string };

beforeAll(async () => {
  convenes = await given.convener(await given.organization());
  desk = await given.desk({ organization: { signOffKind: "joint" } });
  organizations = {
    waiting: await applied("quiet-water-2", "applied"),
    refused: await applied("still-water", "refused"),
    gone: await applied("far-water", "left"),
    member: await given.organization({ slug: "quiet-water", code: "quiet-water" }),
  };
  // The first act: the record begins with everything that stands.
  await saveDraft(desk.drafter, draftInput.parse({ ...desk.positionPath, stance: "support" }), null);
  const done = await upgrade([
    `ALTER TABLE "Position" DISABLE TRIGGER rule_of_draft_is_kept`,
    `UPDATE "Position" SET "draftSignOffKind" = NULL`,
    `ALTER TABLE "Position" ENABLE TRIGGER rule_of_draft_is_kept`,
  ]);
  expect(done).toHaveLength(3);
});
afterAll(() => db.$disconnect());

const read = (id: string) => db.organization.findUniqueOrThrow({ where: { id } });

test("what the upgrade changed is in the record, row by row", async () => {
  expect(await db.$queryRaw`SELECT * FROM find_row_faults()`).toEqual([]);
});

test("a draft from before keeps the rule of the day of the upgrade, whatever the rule becomes", async () => {
  const position = await db.position.findFirstOrThrow({ where: { organizationId: desk.organization.id } });
  expect(position.draftSignOffKind).toBe("joint");
  await db.organization.update({ where: { id: desk.organization.id }, data: { signOffKind: "delegated" } });
  const signer = await as({ id: desk.signer.personId ?? "" });
  await signOff(signer, { ...desk.positionPath, decision: "sign_off" }, position.version);
  expect(await db.position.findUniqueOrThrow({ where: { id: position.id } })).toMatchObject({
    standing: null,
    draftState: "signed_once",
  });
});

test("who was never admitted goes by its application, and the address from before leads on", async () => {
  const convener = await as(convenes);
  for (const { id, slug } of [organizations.waiting, organizations.refused, organizations.gone]) {
    const now = await read(id);
    expect(now.slug).toMatch(/^application-[0-9a-f-]{36}$/);
    expect(now.code).toMatch(/^[qw][0-9a-f]{5}$/);
    expect(await getOrganization(convener, slug)).toMatchObject({ slug: now.slug });
    await expect(getOrganization(await as(null), slug)).rejects.toMatchObject({ reason: "noSuchOrganization" });
  }
  expect(await read(organizations.member.id)).toMatchObject({ slug: "quiet-water", formerSlug: null });
});

test("an address leads to whoever has it now", async () => {
  const { waiting, gone } = organizations;
  await db.organization.update({ where: { id: waiting.id }, data: { nameEn: "Far Water" } });
  const decision = { slug: waiting.slug, decision: "admit" as const, as: "member" as const, reason: "" };
  expect(await decideMembership(await as(convenes), decision)).toMatchObject({ slug: "far-water" });
  expect(await getOrganization(await as(convenes), "far-water")).toMatchObject({ slug: "far-water" });
  expect(await read(gone.id)).toMatchObject({ formerSlug: null });
  expect(await getOrganization(await as(convenes), waiting.slug)).toMatchObject({ slug: "far-water" });
});
