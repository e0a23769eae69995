import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { mayRead, readableBy } from "./policy";
import { getOrganization, listOrganizations } from "./read";
import { organizationStatuses } from "./schema";

let viewers: Record<string, Viewer>;

beforeAll(async () => {
  viewers = {
    visitor: await as(null),
    guest: await as(await given.person({ guest: true })),
    administrator: await as(await given.person({ administrator: true })),
  };
  viewers.convener = await as(await given.convener(await given.organization()));
  for (const status of organizationStatuses) {
    for (const listing of ["network", "public"] as const) {
      const organization = await given.organization({ status, listing });
      viewers[`${status}, ${listing}`] = await as(await given.signatory(organization));
    }
  }
});

test("the filter finds exactly the organizations that the predicate lets through, for every viewer", async () => {
  const all = await db.organization.findMany({ orderBy: { slug: "asc" } });
  for (const [name, viewer] of Object.entries(viewers)) {
    const found = await db.organization.findMany({ where: readableBy(viewer), orderBy: { slug: "asc" } });
    const allowed = all.filter((it) => mayRead(viewer, it)).map((it) => it.slug);
    expect([name, found.map((it) => it.slug)]).toEqual([name, allowed]);
    const { items, total } = await listOrganizations(viewer, { limit: 100 }, "en");
    const there = all.filter((it) => mayRead(viewer, it) && ["member", "observer"].includes(it.status));
    expect([items.map((it) => it.slug), total]).toEqual([there.map((it) => it.slug), there.length]);
    for (const status of organizationStatuses) {
      const queries = await listOrganizations(viewer, { limit: 100, status }, "en");
      const those = all.filter((it) => mayRead(viewer, it) && it.status === status);
      expect(queries.items.map((it) => it.slug)).toEqual(those.map((it) => it.slug));
    }
  }
});

test("outside the network only what is listed to the public is there", async () => {
  const quiet = await given.organization({ listing: "network" });
  for (const name of ["visitor", "guest", "administrator", "applied, public", "left, public"]) {
    const viewer = viewers[name];
    if (!viewer) throw new Error(name);
    await expect(getOrganization(viewer, quiet.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { items } = await listOrganizations(viewer, { limit: 100 }, "en");
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((it) => it.listing === "public" && ["member", "observer"].includes(it.status))).toBe(true);
  }
});

test("who asks to be admitted, and who was refused, is known to the convener and to themselves alone", async () => {
  for (const status of ["applied", "refused"] as const) {
    const organization = await given.organization({ status, listing: "public" });
    const own = await as(await given.memberOf(organization));
    const readers = { ...viewers, own };
    const found = await Promise.all(
      Object.entries(readers).map(async ([name, viewer]) =>
        (await db.organization.count({ where: { AND: [readableBy(viewer), { id: organization.id }] } })) > 0
          ? name
          : null,
      ),
    );
    expect(found.filter(Boolean)).toEqual(["convener", "own"]);
  }
});

test("who may act for an organization is for its own people", async () => {
  const organization = await given.organization();
  const theme = await given.theme();
  const signatory = await given.signatory(organization, { name: "Abena Roy", themes: [theme] });
  await given.signatory(organization, { name: "Bea Long", revokedAt: new Date() });
  const own = await getOrganization(await as(signatory), organization.slug);
  expect(own.mandates).toMatchObject([{ person: "Abena Roy", themes: [theme.slug] }]);
  expect(own.viewer.belongs).toBe(true);
  const other = await as(await given.signatory(await given.organization()));
  expect((await getOrganization(other, organization.slug)).mandates).toBeNull();
});

test("the organization that holds the convener's term is marked", async () => {
  const organization = await given.organization();
  const convener = await as(await given.convener(organization));
  expect((await getOrganization(convener, organization.slug)).convener).toBe(true);
  await db.convenerTerm.updateMany({ where: { organizationId: organization.id }, data: { until: new Date() } });
  expect((await getOrganization(convener, organization.slug)).convener).toBe(false);
});
