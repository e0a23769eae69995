import { beforeAll, expect, test } from "vitest";
import { mandatesReadableBy } from "@/lib/mandates/policy";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { mayReadPerson, peopleReadableBy } from "./policy.people";
import { listDirectory, listPeople } from "./read.people";
import { organizationStatuses } from "./schema";

let viewers: Record<string, Viewer>;

beforeAll(async () => {
  viewers = {
    visitor: await as(null),
    guest: await as(await given.person({ guest: true })),
    administrator: await as(await given.person({ administrator: true })),
  };
  for (const status of organizationStatuses) {
    const organization = await given.organization({ status });
    viewers[status] = await as(await given.signatory(organization));
    const known = await given.memberOf(organization);
    const gone = await given.memberOf(organization);
    await db.representation.updateMany({ where: { personId: known.id }, data: { shownTo: "network" } });
    await db.representation.updateMany({
      where: { personId: gone.id },
      data: { shownTo: "network", endedAt: new Date() },
    });
  }
  viewers.convener = await as(await given.convener(await given.organization()));
});

test("the filter finds exactly the people that the predicate lets through, for every viewer", async () => {
  const all = await db.representation.findMany({ include: { organization: true } });
  for (const [name, viewer] of Object.entries(viewers)) {
    const found = await db.representation.findMany({ where: peopleReadableBy(viewer) });
    const allowed = all.filter((it) => mayReadPerson(viewer, it));
    expect([name, found.map((it) => it.personId).sort()]).toEqual([name, allowed.map((it) => it.personId).sort()]);
    const { items, total } = await listDirectory(viewer, { limit: 100 }, "en");
    expect([name, items.length, total]).toEqual([name, allowed.length, allowed.length]);
  }
});

test("outside the network nobody is told who acts for whom", async () => {
  for (const name of ["visitor", "guest", "administrator", "applied", "suspended", "left"]) {
    const viewer = viewers[name];
    if (!viewer) throw new Error(name);
    expect([name, (await listDirectory(viewer, { limit: 100 }, "en")).total]).toEqual([name, 0]);
  }
});

test("to others a person who chose to be known is a name, without id, date or powers", async () => {
  const { observer } = viewers;
  const organization = await given.organization();
  const { id } = await given.signatory(organization, { name: "Anouk Tremblay" });
  const seen = async () =>
    observer ? (await listPeople(observer, { slug: organization.slug, limit: 100 }, "en")).items : [];
  expect(await seen()).toEqual([]);
  await db.representation.updateMany({ where: { personId: id }, data: { shownTo: "network" } });
  expect(await seen()).toMatchObject([{ name: "Anouk Tremblay", id: null, since: null, powers: null, shownTo: null }]);
});

test("mandates are for the organization's own people: not for the convener, an administrator or another member", async () => {
  const all = await db.mandate.findMany();
  for (const [name, viewer] of Object.entries(viewers)) {
    const own = viewer.representations.filter(({ status }) => status === "member" || status === "observer");
    const found = await db.mandate.findMany({ where: mandatesReadableBy(viewer) });
    const expected = all.filter((it) => own.some(({ organizationId }) => organizationId === it.organizationId));
    expect([name, found.length]).toEqual([name, expected.length]);
  }
});
