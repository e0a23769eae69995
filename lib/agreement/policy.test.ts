import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { Listing, Visibility } from "@/lib/platform/generated/prisma/enums";
import { readableBy } from "@/lib/positions/policy";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { buildOrganization } from "@/prisma/seed/build-organization";
import { givenProposition, stand, viewerOf } from "@/tests/support/agreement-world";
import { refreshConcealed } from "./jobs";
import { concealedFrom, isConcealedFrom } from "./policy";

const slugs = Object.values(Visibility).flatMap((visibility) =>
  Object.values(Listing).map((listing) => ({ visibility, listing })),
);
let viewers: [string, Viewer][] = [];

beforeAll(async () => {
  const proposition = await givenProposition("first", 1);
  for (const [place, { visibility, listing }] of slugs.entries()) {
    const { id } = await db.organization.create({
      data: buildOrganization({ slug: `${visibility}-${listing}`, code: `O${place}`, listing }),
    });
    await stand(id, proposition, { stance: "oppose", visibility });
  }
  await refreshConcealed();
  viewers = [
    ["a visitor", visitor],
    ["an administrator", { ...visitor, administrator: true }],
    ["a guest", { ...visitor, guest: true }],
    ["a member", await viewerOf("public-public")],
    ["a member that is not listed", await viewerOf("organization-network")],
    ["an observer", await viewerOf("public-network", { status: "observer" })],
    ["somebody suspended", await viewerOf("organization-public", { status: "suspended" })],
    ["a person of the convener", await viewerOf("network-public", { convener: true })],
    [
      "a person of the convener who left it",
      { ...(await viewerOf("network-public", { convener: true })), representations: [] },
    ],
  ];
});

describe("what is concealed from somebody", () => {
  test.each(Array.from({ length: 9 }, (_, it) => it))("is what they may not read (reader %i)", async (place) => {
    const [, viewer] = viewers[place] ?? ["", visitor];
    const all = await db.concealedStance.findMany({});
    const told = await db.concealedStance.findMany({ where: concealedFrom(viewer) });
    const predicted = all.filter((it) => isConcealedFrom(viewer, it));
    const keys = (rows: { organizationId: string }[]) => rows.map((it) => it.organizationId).sort();
    expect(keys(told)).toEqual(keys(predicted));

    const unreadable = await db.position.findMany({ where: { NOT: readableBy(viewer) } });
    expect(keys(told)).toEqual(keys(unreadable));
  });

  test("is nothing that stands in public, and everything else from a visitor", async () => {
    expect(await db.concealedStance.count()).toBe(slugs.length - 1);
    expect(await db.concealedStance.count({ where: concealedFrom(visitor) })).toBe(slugs.length - 1);
  });
});
