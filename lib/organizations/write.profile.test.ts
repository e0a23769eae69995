import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { given } from "@/tests/support/builders";
import { browserOf, rest } from "@/tests/support/identities";

async function desk() {
  const organization = await given.organization({ listing: "public" });
  const path = `/organizations/${organization.slug}`;
  const signatory = await browserOf(await given.signatory(organization));
  const change = (body: object, version: string | null = '"1"', as = signatory) =>
    rest("PATCH", path, { as, body, headers: version ? { "if-match": version } : {} });
  return { organization, path, change };
}

describe("an organization's profile", () => {
  it("is changed by its own signatory on the version they saw: 428 without one, 412 with an older one", async () => {
    const { change, organization } = await desk();
    expect((await change({ type: "legal" }, null)).status).toBe(428);
    await given.signatory(organization);
    const done = await change({ type: "legal", signOffKind: "joint", signOffTypicalDays: 12 });
    expect([done.status, done.headers.get("etag")]).toEqual([200, '"2"']);
    expect(await done.json()).toMatchObject({ type: "legal", signOffKind: "joint", version: 2 });
    const stale = await change({ type: "student" });
    expect([stale.status, ((await stale.json()) as { version: number }).version]).toEqual([412, 2]);
    const { type } = await db.organization.findUniqueOrThrow({ where: { id: organization.id } });
    expect(type).toBe("legal");
  });

  it("is changed once by eight who race on one version", async () => {
    const { change } = await desk();
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => change({ signOffTypicalDays: 20 + i })));
    expect(answers.map((it) => it.status).sort()).toEqual([200, ...Array(7).fill(412)]);
  });

  it("no longer listed to the public, has taken back from it all that it said: every theme is marked, for all days", async () => {
    const { change, organization } = await desk();
    const { id: themeId } = await given.theme();
    expect((await change({ listing: "network" })).status).toBe(200);
    const marks = await db.concealedTheme.findMany({ where: { organizationId: organization.id } });
    expect(marks).toHaveLength(await db.theme.count());
    expect(marks.every((it) => it.audience === "public" && it.until === null && it.since.getTime() === 0)).toBe(true);
    expect(marks.map((it) => it.themeId)).toContain(themeId);
  });

  it("is nobody else's to change", async () => {
    const { change, organization } = await desk();
    const other = await browserOf(await given.signatory(await given.organization()));
    const drafter = await browserOf(await given.representative(organization));
    const convener = await browserOf(await given.convener(await given.organization()));
    for (const caller of [other, drafter, convener])
      expect((await change({ type: "legal" }, '"1"', caller)).status).toBe(403);
    expect((await change({ type: "legal" }, '"1"', {})).status).toBe(401);
  });

  it("has fields, and takes no others: not its place in the network, its code or its address", async () => {
    const { change } = await desk();
    for (const body of [{ status: "member" }, { code: "XX" }, { fictional: true }, { contactId: null }, { version: 9 }])
      expect((await change(body)).status).toBe(400);
    expect((await change({ slug: "other" })).status).toBe(400);
  });

  it("is listed to everybody only by who may sign publicly", async () => {
    const organization = await given.organization({ listing: "network" });
    const quiet = await browserOf(await given.signatory(organization, { powers: ["sign_off"] }));
    const loud = await browserOf(await given.signatory(organization));
    const send = (as: Record<string, string>) =>
      rest("PATCH", `/organizations/${organization.slug}`, {
        as,
        body: { listing: "public" },
        headers: { "if-match": '"1"' },
      });
    expect((await send(quiet)).status).toBe(403);
    expect((await send(loud)).status).toBe(200);
  });

  it("tells the network by when it would usually have decided, past the days on which the network rests; others are told no day", async () => {
    const { path, organization, change } = await desk();
    await change({ signOffTypicalDays: 3 });
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    const [firstOn, lastOn] = [inDays(-2), inDays(20)];
    const { id } = await db.blackout.create({ data: { firstOn, lastOn, nameEn: "Rest", nameFr: "Repos" } });
    const read = async (as: Record<string, string>) =>
      ((await (await rest("GET", path, { as })).json()) as { wouldDecideBy: string | null }).wouldDecideBy;
    const told = await read(await browserOf(await given.memberOf(organization)));
    await db.blackout.delete({ where: { id } });
    expect(told && told > lastOn.toISOString().slice(0, 10)).toBe(true);
    expect([0, 6]).not.toContain(new Date(`${told}T12:00:00Z`).getUTCDay());
    expect(await read({})).toBeNull();
  });
});
