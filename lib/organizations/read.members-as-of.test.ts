import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { listMemberIdsAsOf, memberAsOf } from "./read.members-as-of";
import { statusAsOf } from "./rules";

const on = (day: string) => new Date(`${day}T12:00:00Z`);
const days = ["2025-01-01", "2026-01-15", "2026-02-01", "2026-06-15", "2026-08-01", "2026-10-01"];

async function organizationWith(
  slug: string,
  listing: "public" | "network",
  steps: [day: string, from: "applied" | "member" | "suspended", to: "member" | "suspended" | "left"][],
) {
  const status = steps.at(-1)?.[2] ?? "member";
  const made = await given.organization({ slug, listing, status, createdAt: on("2026-01-01") });
  for (const [i, [day, from, to]] of steps.entries()) {
    const decision = to === "left" ? "leave" : to === "suspended" ? "suspend" : "admit";
    await db.organizationStep.create({
      data: { organizationId: made.id, number: i + 1, decision, at: on(day), from, to },
    });
  }
  return made;
}

beforeAll(async () => {
  await organizationWith("mem-quiet", "network", []);
  await organizationWith("mem-gone", "public", [
    ["2026-02-01", "applied", "member"],
    ["2026-09-01", "member", "left"],
  ]);
  await organizationWith("mem-paused", "public", [
    ["2026-01-10", "applied", "member"],
    ["2026-06-01", "member", "suspended"],
    ["2026-07-01", "suspended", "member"],
  ]);
});

test("who was a member on a day agrees with each organization's history", async () => {
  const network = await as(await given.memberOf(await given.organization()));
  const all = await db.organization.findMany({
    where: { slug: { startsWith: "mem-" } },
    orderBy: { slug: "asc" },
    include: { steps: { orderBy: { number: "asc" } } },
  });
  for (const day of days) {
    const ids = new Set(await listMemberIdsAsOf(network, on(day)));
    const filtered = await db.organization.findMany({ where: await memberAsOf(on(day)), orderBy: { slug: "asc" } });
    expect([day, filtered.map((it) => it.id)]).toEqual([day, [...ids]]);
    const found = all.filter((it) => ids.has(it.id)).map((it) => it.slug);
    expect([day, found]).toEqual([day, all.filter((it) => statusAsOf(it, on(day)) === "member").map((it) => it.slug)]);
  }
});

test("an organization that left still stands where it stood, and its listing is still minded", async () => {
  const slugsOf = async (ids: string[]) =>
    (
      await db.organization.findMany({
        where: { id: { in: ids }, slug: { startsWith: "mem-" } },
        orderBy: { slug: "asc" },
      })
    ).map((it) => it.slug);
  const network = await as(await given.memberOf(await given.organization()));
  const visitor = await as(null);
  expect(await slugsOf(await listMemberIdsAsOf(network, on("2026-08-01")))).toEqual([
    "mem-gone",
    "mem-paused",
    "mem-quiet",
  ]);
  expect(await slugsOf(await listMemberIdsAsOf(visitor, on("2026-08-01")))).toEqual(["mem-gone", "mem-paused"]);
  expect(await slugsOf(await listMemberIdsAsOf(network, on("2026-10-01")))).toEqual(["mem-paused", "mem-quiet"]);
});
