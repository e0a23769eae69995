import { beforeAll, describe, expect, it, test } from "vitest";
import { refreshConcealed } from "@/lib/agreement/jobs";
import { readAgreement } from "@/lib/agreement/read";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { browserOf, rest } from "@/tests/support/identities";
import { listMemberIdsAsOf } from "./read.members-as-of";
import { getMembership, listMembershipSteps } from "./read.membership";
import { decideMembership } from "./write.membership";

let convening: Awaited<ReturnType<typeof given.organization>>;
let conveningPerson: { id: string };
let convener: Viewer;

beforeAll(async () => {
  convening = await given.organization();
  conveningPerson = await given.convener(convening);
  convener = await as(conveningPerson);
});

const statusOf = async ({ id }: { id: string }) => (await db.organization.findUniqueOrThrow({ where: { id } })).status;
const reason = "Its aims are others.";

describe("the convener", () => {
  it("admits as a member or an observer, once of eight who race", async () => {
    const organization = await given.organization({ status: "applied" });
    const { slug } = organization;
    const seats = ["member", "observer"] as const;
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) =>
        decideMembership(convener, { slug, decision: "refuse", reason: `${reason} ${i}` }),
      ),
    );
    expect(tries.filter((it) => it.status === "fulfilled")).toHaveLength(1);
    for (const it of tries) if (it.status === "rejected") expect(it.reason).toMatchObject({ code: "CONFLICT" });
    const admissions = await Promise.allSettled(
      Array.from({ length: 8 }, () => decideMembership(convener, { slug, decision: "admit", as: "member" })),
    );
    expect(admissions.filter((it) => it.status === "fulfilled")).toHaveLength(1);
    expect(await statusOf(organization)).toBe("member");
    await decideMembership(convener, { slug, decision: "admit", as: seats[1] });
    const { items } = await listMembershipSteps(convener, { slug, limit: 100 });
    expect(items.map(({ number, decision, to }) => [number, decision, to])).toEqual([
      [3, "admit", "observer"],
      [2, "admit", "member"],
      [1, "refuse", "refused"],
    ]);
    expect(items[2]?.reason).toContain(reason);
  });

  it("alone decides: nobody else admits, refuses or suspends", async () => {
    const organization = await given.organization({ status: "applied" });
    const member = await given.organization();
    const others = [
      await as(await given.signatory(member)),
      await as(await given.memberOf(organization)),
      await as(await given.person({ administrator: true })),
      await as(null),
    ];
    for (const viewer of others)
      for (const decision of ["refuse", "suspend"] as const)
        for (const { slug } of [organization, member])
          await expect(decideMembership(viewer, { slug, decision, reason })).rejects.toMatchObject({
            code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
          });
    expect([await statusOf(organization), await statusOf(member)]).toEqual(["applied", "member"]);
  });

  it("decides no more once the term is over, or once their own organization is suspended", async () => {
    const former = await given.organization();
    const person = await given.signatory(former);
    const organization = await given.organization({ status: "applied" });
    const [since, until] = [new Date("2024-01-01"), new Date("2025-01-01")];
    const persons = { create: { personId: person.id } };
    await db.convenerTerm.create({ data: { organizationId: former.id, since, until, persons } });
    await expect(
      decideMembership(await as(person), { slug: organization.slug, decision: "refuse", reason }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("cannot suspend the organization that convenes, nor can it leave before the term is handed over", async () => {
    await expect(
      decideMembership(convener, { slug: convening.slug, decision: "suspend", reason }),
    ).rejects.toMatchObject({
      reason: "holdsTheTerm",
    });
    await expect(decideMembership(convener, { slug: convening.slug, decision: "leave" })).rejects.toMatchObject({
      reason: "holdsTheTerm",
    });
    expect((await getMembership(convener, convening.slug)).choices.every((it) => it.obstacle === "holdsTheTerm")).toBe(
      true,
    );
  });
});

describe("what the convener is told before an admission", () => {
  it("is what follows from it: readers, cells not recorded, and the total that every count is out of", async () => {
    const organization = await given.organization({ status: "applied" });
    await Promise.all([given.memberOf(organization), given.memberOf(organization)]);
    const { choices } = await getMembership(convener, organization.slug);
    const admitting = choices.find((it) => it.decision === "admit" && it.as === "member");
    const before = await readAgreement(convener, { limit: 200 }, "en");
    expect(admitting).toMatchObject({
      peopleGainingAccess: 2,
      cellsNotRecorded: before.propositions.length,
      members: { before: before.members, after: before.members + 1 },
    });
    await decideMembership(convener, { slug: organization.slug, decision: "admit", as: "member" });
    const after = await readAgreement(convener, { limit: 200 }, "en");
    const silent = ({ propositions }: typeof after) =>
      propositions.reduce((sum, { counts }) => sum + (counts.not_recorded ?? 0), 0);
    expect(after.members).toBe(admitting?.members?.after);
    expect(silent(after) - silent(before)).toBe(
      before.propositions.filter(({ counts }) => counts.not_recorded !== null).length,
    );
  });
});

describe("leaving and coming back", () => {
  async function member() {
    const { organization, proposition } = await given.desk({ organization: { listing: "public" } });
    const signatory = await given.signatory(organization);
    await given.standing({ organization, proposition, visibility: "public" });
    return { organization, proposition, signatory };
  }

  it("tells beforehand what will have happened afterwards", async () => {
    const { organization, signatory } = await member();
    const { choices } = await getMembership(await as(signatory), organization.slug);
    const leaving = choices.find((it) => it.decision === "leave");
    expect(leaving).toMatchObject({ becomes: "left", mandatesEnded: 3, positionsLeaving: 1, peopleLosingAccess: 3 });
    await decideMembership(await as(signatory), { slug: organization.slug, decision: "leave" });
    expect(await db.mandate.count({ where: { organizationId: organization.id, revokedAt: null } })).toBe(0);
    const step = await db.organizationStep.findFirstOrThrow({ where: { organizationId: organization.id } });
    expect(step).toMatchObject({ decision: "leave", from: "member", to: "left", mandatesEnded: 3, positionsMoved: 1 });
  });

  it("ends access at once, for the session that did it as well, and takes the positions off the grid", async () => {
    const { organization, proposition, signatory } = await member();
    const browser = await browserOf(signatory);
    const quiet = await given.organization({ listing: "network" });
    const readGrid = async () => (await rest("GET", `/organizations/${quiet.slug}`, { as: browser })).status;
    const stated = async () =>
      (await readAgreement(convener, { limit: 100 }, "en")).cells.filter(
        (it) => it.proposition === proposition.slug && it.organization === organization.slug,
      );
    expect([await readGrid(), (await stated()).length]).toEqual([200, 1]);
    const left = await rest("POST", `/organizations/${organization.slug}/admission`, {
      as: browser,
      body: { decision: "leave", reason: "We merge." },
    });
    expect(left.status).toBe(200);
    expect([await readGrid(), (await stated()).length]).toEqual([404, 0]);
    const own = await rest("GET", `/organizations/${organization.slug}/admission`, { as: browser });
    expect(((await own.json()) as { choices: object[] }).choices).toMatchObject([
      { decision: "return", becomes: "applied" },
    ]);
  });

  it("keeps what it was on earlier dates", async () => {
    const { organization, signatory } = await member();
    await decideMembership(await as(signatory), { slug: organization.slug, decision: "leave" });
    const { at } = await db.organizationStep.findFirstOrThrow({ where: { organizationId: organization.id } });
    expect(await listMemberIdsAsOf(convener, new Date(at.getTime() - 1))).toContain(organization.id);
    expect(await listMemberIdsAsOf(convener, at)).not.toContain(organization.id);
  });

  it("is asked for by its own people and granted by the convener; ended mandates stay ended, and no mark moves", async () => {
    const { organization, proposition, signatory } = await member();
    const { slug } = organization;
    await db.positionRevision.updateMany({
      where: { position: { organizationId: organization.id } },
      data: { visibility: "organization" },
    });
    await refreshConcealed();
    const { themeId } = await db.proposition.findUniqueOrThrow({ where: { id: proposition.id } });
    const marks = () => db.concealedTheme.findMany({ where: { organizationId: organization.id, themeId } });
    const before = await marks();
    expect(before.map(({ audience, until }) => [audience, until])).toEqual([
      ["convener", null],
      ["network", null],
      ["public", null],
    ]);
    await decideMembership(await as(signatory), { slug, decision: "leave" });
    await refreshConcealed();
    expect(await marks(), "whoever leaves takes no mark along").toEqual(before);
    await decideMembership(await as(signatory), { slug, decision: "return", reason: "We are back." });
    expect(await statusOf(organization)).toBe("applied");
    await decideMembership(convener, { slug, decision: "admit", as: "member" });
    const again = await as(signatory);
    expect([again.representations[0]?.status, again.mandates]).toEqual(["member", []]);
    await refreshConcealed();
    expect(await marks(), "and brings none back").toEqual(before);
  });

  it("is not for one who only drafts, for another organization, or for somebody who no longer belongs", async () => {
    const { organization, signatory } = await member();
    const { slug } = organization;
    const drafter = await as(await given.representative(organization));
    await expect(decideMembership(drafter, { slug, decision: "leave" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(decideMembership(convener, { slug, decision: "leave" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await decideMembership(await as(signatory), { slug, decision: "leave" });
    await expect(decideMembership(convener, { slug, decision: "return" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await db.representation.updateMany({ where: { personId: drafter.personId ?? "" }, data: { endedAt: new Date() } });
    const gone = await as({ id: drafter.personId ?? "" });
    await expect(decideMembership(gone, { slug, decision: "return" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

test("a suspension unmakes no mandate, and its end brings everything back", async () => {
  const organization = await given.organization();
  const signatory = await given.signatory(organization);
  await decideMembership(convener, { slug: organization.slug, decision: "suspend", reason });
  const during = await as(signatory);
  expect([during.mandates.length, during.representations[0]?.status]).toEqual([1, "suspended"]);
  await decideMembership(convener, { slug: organization.slug, decision: "admit", as: "member" });
  expect((await as(signatory)).representations[0]?.status).toBe("member");
});

test("why it was decided is read by its own people and the convener, and by nobody else", async () => {
  const organization = await given.organization();
  await decideMembership(convener, { slug: organization.slug, decision: "suspend", reason: "Confidential grounds." });
  const path = `/organizations/${organization.slug}`;
  const readers = {
    own: await browserOf(await given.memberOf(organization)),
    convener: await browserOf(conveningPerson),
    network: await browserOf(await given.memberOf(await given.organization())),
    outsider: await browserOf(await given.person()),
  };
  const told: Record<string, unknown> = {};
  for (const [who, caller] of Object.entries(readers)) {
    const answers = await Promise.all(["/history", "/admission"].map((it) => rest("GET", path + it, { as: caller })));
    const texts = await Promise.all(answers.map((it) => it.text()));
    told[who] = [...answers.map((it) => it.status), texts.join("").includes("Confidential grounds.")];
  }
  expect(told).toEqual({
    own: [200, 200, true],
    convener: [200, 200, true],
    network: [403, 403, false],
    outsider: [404, 404, false],
  });
});
