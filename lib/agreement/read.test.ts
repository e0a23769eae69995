import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { buildOrganization } from "@/prisma/seed/build-organization";
import { clear, givenProposition, stand, viewerOf } from "@/tests/support/agreement-world";
import { refreshConcealed } from "./jobs";
import { readAgreement } from "./read";
import type { AgreementInput } from "./schema";

const ask = (viewer: Viewer, input: Partial<AgreementInput> = {}) =>
  readAgreement(viewer, { limit: 200, ...input }, "en");
const only = async (viewer: Viewer) => {
  const { propositions } = await ask(viewer);
  const [first] = propositions;
  if (!first) throw new Error("no proposition");
  return first;
};

let proposition: string;
let ids: string[];

/** Seven members that anybody sees; all but the last support in public. */
beforeEach(async () => {
  const slugs = ["a", "b", "c", "d", "e", "f", "last"];
  const data = slugs.map((slug, place) => buildOrganization({ slug, code: `C${place}`, listing: "public" }));
  ids = (await db.organization.createManyAndReturn({ data })).map((it) => it.id);
  proposition = await givenProposition("first", 1);
  for (const id of ids.slice(0, 6)) await stand(id, proposition, { stance: "support", visibility: "public" });
  await refreshConcealed();
});

afterEach(clear);

const last = () => ids[6] ?? "";

describe("what the agreement page is told", () => {
  test("everybody who answered supports: broad agreement, and the silent are counted apart", async () => {
    const first = await only(visitor);
    expect(first).toMatchObject({ notShown: "none", category: "broad_agreement" });
    expect(first.counts).toMatchObject({ support: 6, oppose: 0, not_recorded: 1 });
  });

  test.each([
    "organization",
    "convener",
    "network",
  ] as const)("a dissent shown to the %s alone never makes a row unanimous for those who may not read it", async (visibility) => {
    await stand(last(), proposition, { stance: "oppose", visibility });
    await refreshConcealed();
    const seen = await only(visitor);
    expect(seen).toMatchObject({ notShown: "some", category: null });
    expect(seen.counts).toEqual({
      support: 6,
      support_with_reservation: 0,
      undecided: 0,
      stand_aside: 0,
      oppose: 0,
      no_mandate: 0,
      not_recorded: null,
    });
    const ofTheirOwn = await only(await viewerOf("last"));
    expect(ofTheirOwn).toMatchObject({ notShown: "none", category: "agreement_with_dissent", counts: { oppose: 1 } });
    const other = await only(await viewerOf("a"));
    expect(other.category).toBe(visibility === "network" ? "agreement_with_dissent" : null);
    const convener = await only(await viewerOf("a", { convener: true }));
    expect(convener.category).toBe(visibility === "organization" ? null : "agreement_with_dissent");
  });

  test("a change that only its own organization sees changes nothing for others until the next batch", async () => {
    const others = [visitor, await viewerOf("a"), await viewerOf("a", { convener: true })];
    const before = await Promise.all(others.map((it) => ask(it)));
    await stand(last(), proposition, { stance: "oppose", visibility: "organization" });
    expect(await Promise.all(others.map((it) => ask(it)))).toEqual(before);
    await refreshConcealed();
    const after = await Promise.all(others.map((it) => ask(it)));
    for (const { propositions } of after) expect(propositions[0]?.category).toBeNull();
  });

  test("a member that is not listed to somebody does not appear to them, and its stance is not shown", async () => {
    const { id } = await db.organization.create({ data: buildOrganization({ slug: "quiet", code: "QT" }) });
    await stand(id, proposition, { stance: "oppose", visibility: "public" });
    await refreshConcealed();
    const seen = await ask(visitor);
    expect(seen.organizations.map((it) => it.slug)).not.toContain("quiet");
    expect(JSON.stringify(seen)).not.toContain("quiet");
    expect(seen.propositions[0]).toMatchObject({ notShown: "some", category: null });
    const member = await ask(await viewerOf("a"));
    expect(member.propositions[0]).toMatchObject({ category: "agreement_with_dissent", counts: { not_recorded: 1 } });
  });

  test("whoever is not a member is neither a column nor counted", async () => {
    await stand(last(), proposition, { stance: "oppose", visibility: "public" });
    for (const status of ["observer", "suspended", "left", "applied"] as const) {
      await db.organization.update({ where: { id: last() }, data: { status } });
      await refreshConcealed();
      for (const viewer of [visitor, await viewerOf("last", { status })]) {
        const { propositions, organizations } = await ask(viewer);
        expect(organizations).toHaveLength(6);
        expect(propositions[0]).toMatchObject({ category: "broad_agreement", counts: { oppose: 0, not_recorded: 0 } });
      }
    }
  });

  test("drafts never count, not even for the organization that writes them", async () => {
    await stand(last(), proposition, { stance: "oppose", visibility: "public", signed: false });
    await refreshConcealed();
    expect(await only(await viewerOf("last"))).toMatchObject({
      category: "broad_agreement",
      counts: { not_recorded: 1 },
    });
  });

  test("a stance on an earlier wording is no stance on this one", async () => {
    await db.propositionVersion.create({
      data: {
        propositionId: proposition,
        number: 2,
        titleEn: "Reworded",
        titleFr: "Reformulée",
        statementEn: "Other words.",
        statementFr: "D’autres mots.",
        digest: "2",
      },
    });
    await db.proposition.update({ where: { id: proposition }, data: { currentVersion: 2 } });
    await stand(last(), proposition, { stance: "support", visibility: "public", version: 2 });
    await refreshConcealed();
    const seen = await ask(visitor);
    expect(seen.propositions[0]).toMatchObject({ title: { en: "Reworded" }, counts: { support: 1, not_recorded: 6 } });
    expect(seen.cells).toEqual([{ organization: "last", proposition: "first", stance: "support" }]);
  });

  test("before the first batch nobody is told that nothing is concealed", async () => {
    await db.network.update({ where: { id: 1 }, data: { concealedAt: null } });
    expect(await only(visitor)).toMatchObject({ notShown: "some", category: null });
  });

  test("a batch older than 26 hours knows no more than none: nobody is told that nothing is concealed", async () => {
    const age = (minutes: number) =>
      db.$executeRaw`UPDATE "Network" SET "concealedAt" = now() - make_interval(mins => ${minutes}::int)`;
    await age(26 * 60 - 1);
    expect(await only(visitor)).toMatchObject({ notShown: "none" });
    await age(26 * 60 + 1);
    expect(await only(visitor)).toMatchObject({ notShown: "some", category: null });
  });

  test("organizations come by pages; the counts are over all of them", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const answer = await ask(visitor, { limit: 3, ...(cursor ? { cursor } : {}) });
      expect(answer.propositions[0]?.counts.support).toBe(6);
      expect(answer.cells.every((it) => answer.organizations.some(({ slug }) => slug === it.organization))).toBe(true);
      seen.push(...answer.organizations.map((it) => it.slug));
      cursor = answer.nextCursor;
    } while (cursor);
    expect(seen).toEqual(["a", "b", "c", "d", "e", "f", "last"]);
  });

  test("one theme has its own propositions, an unknown one has none", async () => {
    await givenProposition("second", 2);
    expect((await ask(visitor, { theme: "theme-second" })).propositions.map((it) => it.slug)).toEqual(["second"]);
    expect((await ask(visitor, { theme: "nowhere" })).propositions).toEqual([]);
  });
});

describe("what an answer costs", () => {
  const countStatements = async (viewer: Viewer) => {
    const spy = vi.spyOn(pg.Client.prototype, "query");
    await ask(viewer);
    const count = spy.mock.calls.length;
    spy.mockRestore();
    return count;
  };

  test("the same number of statements for 7 organizations and for 200, shown or hidden", async () => {
    await ask(visitor);
    // Whoever is outside is told of two audiences, a member of one.
    const [few, ofMember] = [await countStatements(visitor), await countStatements(await viewerOf("a"))];
    const data = Array.from({ length: 193 }, (_, it) =>
      buildOrganization({ slug: `more-${it}`, code: `M${it}`, listing: "public" }),
    );
    const more = await db.organization.createManyAndReturn({ data });
    for (const [place, { id }] of more.entries()) {
      await stand(id, proposition, { stance: "oppose", visibility: place % 2 ? "public" : "organization" });
    }
    await refreshConcealed();
    expect(await countStatements(visitor)).toBe(few);
    expect(await countStatements(await viewerOf("a"))).toBe(ofMember);
    expect(few).toBeLessThanOrEqual(12);
    expect((await ask(visitor)).organizations).toHaveLength(200);
  });
});
