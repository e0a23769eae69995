import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { listConflicts } from "@/lib/positions/read.conflicts";
import { ownerDb } from "@/tests/support/owner-db";
import { as } from "../../tests/support/builders";
import { ownFolder } from "./digest-files";
import { loadDemonstration, NoDemonstration } from "./load-demonstration";
import { readDemonstration } from "./read-demonstration";
import { readReport } from "./read-report";
import { digestTables } from "./table-digests";

const report = readReport();
const demonstration = readDemonstration();

beforeAll(async () => {
  await loadDemonstration(demonstration, report);
});

type Counts = Record<string, string>;

/** What stands, counted in SQL for somebody inside the network, who reads what is shown to it. */
const countStances = () => db.$queryRaw<Counts[]>`
  SELECT p."slug" AS proposition_slug,
    count(*) FILTER (WHERE r."stance" = 'support')::text AS support,
    count(*) FILTER (WHERE r."stance" = 'support_with_reservation')::text AS support_with_reservation,
    count(*) FILTER (WHERE r."stance" = 'undecided')::text AS undecided,
    count(*) FILTER (WHERE r."stance" = 'stand_aside')::text AS stand_aside,
    count(*) FILTER (WHERE r."stance" = 'oppose')::text AS oppose,
    count(*) FILTER (WHERE r."stance" = 'no_mandate')::text AS no_mandate,
    count(*) FILTER (WHERE r."stance" IS NULL)::text AS not_recorded
  FROM "Proposition" p JOIN "Organization" o ON o."status" = 'member'
  LEFT JOIN "Position" h ON h."propositionId" = p."id" AND h."organizationId" = o."id"
  LEFT JOIN "PositionRevision" r
    ON r."positionId" = h."id" AND r."number" = h."standing" AND r."visibility" IN ('network', 'public')
  GROUP BY p."slug", p."number" ORDER BY p."number"`;

describe("the demonstration", () => {
  it("gives the counts that are expected, on all 40 propositions", async () => {
    const file = readFileSync(path.join(ownFolder, "expected-agreement.csv"));
    const expected = parse(file, { columns: true }) as Counts[];
    expect(await countStances()).toEqual(expected.map(({ category: _, ...counts }) => counts));
  });

  it("has a mandate that ends on a day to come, so that the page of mandates says one", async () => {
    const ending = await db.mandate.findMany({ where: { expiresAt: { gt: new Date() } }, include: { person: true } });
    expect(ending.map(({ person }) => person.email)).toEqual(["rep.red-cedar@demo.example"]);
  });

  it("is marked, and everything in it is fictional and listed to everybody", async () => {
    expect((await db.network.findUniqueOrThrow({ where: { id: 1 } })).kind).toBe("demonstration");
    expect(await db.organization.count({ where: { fictional: true, listing: "public", status: "member" } })).toBe(14);
    const others = await db.organization.findMany({
      where: { NOT: { status: "member" } },
      include: { application: true },
    });
    expect(others.map(({ status, application }) => [status, application !== null]).sort()).toEqual([
      ["applied", true],
      ["left", false],
      ["observer", false],
    ]);
    expect(others.every(({ fictional, listing }) => fictional && listing === "network")).toBe(true);
  });

  it("has a representative who drafts and a signatory who may do everything, in each organization", async () => {
    for (const { slug } of demonstration.organizations) {
      const mandate = (email: string) =>
        db.mandate.findFirstOrThrow({ where: { person: { email }, organization: { slug }, allThemes: true } });
      expect((await mandate(`rep.${slug}@demo.example`)).powers).toEqual(["draft"]);
      expect((await mandate(`signatory.${slug}@demo.example`)).powers).toHaveLength(4);
    }
    expect(await db.representation.count({ where: { organization: { status: "member" } } })).toBe(32);
  });

  it("has a convener by name, a rapporteur who drafts, a guest and an administrator without an organization", async () => {
    const term = await db.convenerTerm.findFirstOrThrow({
      include: { organization: true, persons: { include: { person: true } } },
    });
    expect(term.organization.slug).toBe("prairie-horizon");
    expect(term.persons.map((it) => it.person.email)).toEqual(["convener@demo.example"]);
    const people = await db.person.findMany({
      where: { email: { in: ["rapporteur@demo.example", "guest@demo.example", "admin@demo.example"] } },
      include: { mandates: true, representations: true },
      orderBy: { email: "asc" },
    });
    const [admin, guest, rapporteur] = people;
    expect(admin).toMatchObject({ administrator: true, guest: false, representations: [], mandates: [] });
    expect(guest).toMatchObject({ administrator: false, guest: true, representations: [], mandates: [] });
    expect(rapporteur?.mandates.map((it) => it.powers)).toEqual([["draft"]]);
  });

  it("spreads what was signed over fifteen months, so that some of it is past its review", async () => {
    const oldest = new Date();
    oldest.setMonth(oldest.getMonth() - 15);
    const steps = await db.positionStep.findMany({ orderBy: { at: "asc" } });
    expect(steps[0]?.at.getTime()).toBeGreaterThan(oldest.getTime() - 86_400_000);
    expect(steps.at(-1)?.at.getTime()).toBeLessThan(Date.now());
    const stale = await db.position.count({ where: { reviewBy: { lt: new Date() } } });
    expect(stale).toBeGreaterThan(50);
    expect(stale).toBeLessThan(250);
    expect(await db.position.count({ where: { standing: { not: null } } })).toBe(553);
  });

  it("tells of each position who drafted, who signed and under which mandate, in that order", async () => {
    const steps = await db.positionStep.findMany({ orderBy: [{ positionId: "asc" }, { number: "asc" }] });
    const mandates = new Map((await db.mandate.findMany()).map((it) => [it.id, it]));
    for (const [i, step] of steps.entries()) {
      const before = steps[i - 1];
      if (before?.positionId === step.positionId) expect(step.at.getTime()).toBeGreaterThan(before.at.getTime());
      const mandate = mandates.get(step.mandateId ?? "");
      expect(mandate?.personId).toBe(step.actorId);
      expect(step.at.getTime()).toBeGreaterThan(mandate?.validFrom.getTime() ?? Number.POSITIVE_INFINITY);
      if (step.kind === "signed_off" || step.kind === "returned") expect(mandate?.powers).toContain("sign_off");
    }
  });

  it("leaves drafts waiting in every state, unseen by what stands", async () => {
    const waiting = await db.position.groupBy({ by: ["draftState"], where: { draft: { not: null } }, _count: true });
    expect(new Map(waiting.map((it) => [it.draftState, it._count]))).toEqual(
      new Map([
        ["drafted", 3],
        ["submitted", 3],
        ["returned", 2],
        ["signed_once", 1],
      ]),
    );
    expect(await db.positionRevision.count({ where: { signedOffAt: null } })).toBe(9);
    expect(await db.position.count({ where: { standing: null } })).toBe(3);
  });

  it("tells that an organization which decides jointly was signed for by two people", async () => {
    const steps = await db.positionStep.findMany({
      where: { position: { organization: { slug: "two-rivers" } }, kind: { in: ["signed_once", "signed_off"] } },
    });
    const by = (kind: string) => new Set(steps.filter((it) => it.kind === kind).map((it) => it.actorId));
    expect([by("signed_once").size, by("signed_off").size]).toEqual([2, 1]);
    expect(steps.filter((it) => it.kind === "signed_off").length).toBeGreaterThan(30);
  });

  it("flags two signatories who went against each other, to the one and the other", async () => {
    for (const email of ["signatory.quorum-campus@demo.example", "signatory.quorum-campus-east@demo.example"]) {
      const person = await db.person.findUniqueOrThrow({ where: { email } });
      const { items } = await listConflicts(await as(person), { limit: 10 });
      expect(items).toMatchObject([
        { proposition: { slug: "outreach-allies" }, first: { stance: "support" }, second: { stance: "undecided" } },
      ]);
    }
  });

  it("has invitations that wait, and people whom the network knows as they chose", async () => {
    expect(await db.invitation.count({ where: { expiresAt: { gt: new Date() } } })).toBe(4);
    expect(await db.representation.count({ where: { shownTo: "network" } })).toBeGreaterThan(10);
    expect(await db.representation.count({ where: { shownTo: "organization" } })).toBeGreaterThan(10);
  });

  it("says why one left, and shows it to the network in the past alone", async () => {
    const left = await db.organization.findFirstOrThrow({ where: { status: "left" }, include: { steps: true } });
    expect(left.steps.map((it) => it.decision)).toEqual(["apply", "admit", "leave"]);
    expect(await db.position.count({ where: { organization: { status: { not: "member" } } } })).toBe(0);
    expect(await db.mandate.count({ where: { organizationId: left.id, revokedAt: null } })).toBe(0);
  });

  it("knows from the first moment in which themes a visitor may not read everything", async () => {
    const marked = await db.concealedTheme.groupBy({ by: ["themeId"], where: { audience: "public" } });
    expect(marked).toHaveLength(10);
    expect(await db.concealedTheme.count({ where: { audience: { not: "public" } } })).toBe(0);
    expect((await db.network.findUniqueOrThrow({ where: { id: 1 } })).concealedAt).not.toBeNull();
  });

  it("is not changed by loading it again", async () => {
    const before = await digestTables();
    const nothing = {
      organizations: 0,
      people: 0,
      positions: 0,
      drafts: 0,
      studies: 0,
      talkingPoints: 0,
      briefings: 0,
    };
    expect(await loadDemonstration(demonstration, report)).toEqual(nothing);
    expect(await digestTables()).toEqual(before);
  });

  it("adds what is missing and leaves what people have made of the rest", async () => {
    await db.organization.update({ where: { slug: "saltmarsh" }, data: { status: "left" } });
    await ownerDb.mandate.deleteMany({ where: { person: { email: "rep.saltmarsh@demo.example" } } });
    const before = await db.position.count();
    expect(await loadDemonstration(demonstration, report)).toMatchObject({ organizations: 0, positions: 0 });
    expect((await db.organization.findUniqueOrThrow({ where: { slug: "saltmarsh" } })).status).toBe("left");
    expect(await db.mandate.count({ where: { person: { email: "rep.saltmarsh@demo.example" } } })).toBe(1);
    expect(await db.position.count()).toBe(before);
  });

  it("is refused once a real organization exists, and nothing is loaded", async () => {
    await ownerDb.organization.updateMany({ where: { slug: "driftwood" }, data: { fictional: false } });
    const before = await digestTables();
    const other = { ...report, glossary: report.glossary.slice(1) };
    await expect(loadDemonstration(demonstration, other)).rejects.toThrow(NoDemonstration);
    expect(await digestTables()).toEqual(before);
  });
});
