import { randomBytes } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { given } from "@/tests/support/builders";

const origin = "http://localhost:3000";

/** A node of its own: every module anew, so nothing that one remembers is known to the other. */
async function startNode() {
  vi.resetModules();
  const [{ handleRequest: enter }, { handleRest }] = await Promise.all([import("./gateway"), import("./handlers")]);
  return (cookie: string, method: string, path: string, body?: object) =>
    enter(
      new Request(`${origin}/api/v1${path}`, {
        method,
        headers: {
          origin,
          "x-concerted": "1",
          "content-type": "application/json",
          cookie: `concerted-session=${cookie}`,
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
      handleRest,
    );
}

async function browserOf(personId: string) {
  const cookie = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { id } = await db.session.create({ data: { personId, tokenHash: sha256(cookie), expiresAt } });
  return { cookie, id };
}

afterAll(() => db.$disconnect());

test("a session that is ended on one node is a visitor's at its next request on another", async () => {
  const [here, there] = [await startNode(), await startNode()];
  const { id: personId } = await given.person();
  const [mine, lost] = [await browserOf(personId), await browserOf(personId)];
  expect((await there(lost.cookie, "GET", "/me")).status).toBe(200);

  const ended = await here(mine.cookie, "DELETE", `/sessions/${lost.id}`);
  expect([ended.status, await ended.json()]).toEqual([200, { ended: 1 }]);
  expect((await there(lost.cookie, "GET", "/me")).status).toBe(401);
  expect((await there(lost.cookie, "GET", "/sessions")).status).toBe(401);
  expect((await there(lost.cookie, "GET", "/themes")).status, "as any visitor").toBe(200);
  expect((await there(mine.cookie, "GET", "/me")).status).toBe(200);
});

test("all others ended on one node are visitors on another, and the one that asked goes on", async () => {
  const [here, there] = [await startNode(), await startNode()];
  const { id: personId } = await given.person();
  const [mine, ...others] = [await browserOf(personId), await browserOf(personId), await browserOf(personId)];
  const ended = await here(mine?.cookie ?? "", "DELETE", "/sessions");
  expect(await ended.json()).toEqual({ ended: 2 });
  for (const { cookie } of others) expect((await there(cookie, "GET", "/me")).status).toBe(401);
  expect((await there(mine?.cookie ?? "", "GET", "/me")).status).toBe(200);
});

test("whoever leaves on one node reads and does nothing more of it on another, from its next request on", async () => {
  const [here, there] = [await startNode(), await startNode()];
  const organization = await given.organization({ listing: "network" });
  const { id } = await given.signatory(organization);
  // Somebody signs after them: else leaving would first ask for a successor.
  await given.signatory(organization);
  const [one, other] = [await browserOf(id), await browserOf(id)];
  const of = `/organizations/${organization.slug}`;
  const reads = [of, `${of}/people`, `${of}/mandates`, `${of}/invitations`, "/people"];
  for (const path of reads.slice(0, 4))
    expect([path, (await there(other.cookie, "GET", path)).status]).toEqual([path, 200]);

  expect((await here(one.cookie, "DELETE", `${of}/people/${id}`)).status).toBe(200);
  for (const path of reads.slice(0, 4))
    expect([path, (await there(other.cookie, "GET", path)).status]).toEqual([path, 404]);
  expect(await (await there(other.cookie, "GET", "/people")).json()).toMatchObject({ items: [], total: 0 });
  const invited = await there(other.cookie, "POST", `${of}/people`, { email: "friend@left.example" });
  expect(invited.status).toBe(404);
  expect(await (await there(other.cookie, "GET", "/me")).json()).toMatchObject({ organizations: [], mandates: [] });
});

test("a profile changes by PATCH, with what is wrong told by field", async () => {
  const here = await startNode();
  const { cookie } = await browserOf((await given.person()).id);
  const changed = await here(cookie, "PATCH", "/me", { timeZone: "America/Vancouver" });
  expect(await changed.json()).toMatchObject({ person: { timeZone: "America/Vancouver" } });
  const refused = await here(cookie, "PATCH", "/me", { timeZone: "Mars/Olympus", name: "" });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    errors: { timeZone: [expect.stringContaining("America/Toronto")], name: ["This is needed."] },
  });
  expect((await here(cookie, "PATCH", "/me", { administrator: true })).status).toBe(400);
});
