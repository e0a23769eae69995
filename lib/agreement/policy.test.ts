import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { Listing, Visibility } from "@/lib/platform/generated/prisma/enums";
import { readableBy } from "@/lib/positions/policy";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { buildOrganization } from "@/prisma/seed/build-organization";
import { givenProposition, stand, viewerOf } from "@/tests/support/agreement-world";
import { refreshConcealed } from "./jobs";
import { isConcealedFrom } from "./policy";
import { readConcealed } from "./read.concealed";

const slugs = Object.values(Visibility).flatMap((visibility) =>
  Object.values(Listing).map((listing) => ({ visibility, listing })),
);
let viewers: [string, Viewer][] = [];

beforeAll(async () => {
  for (const [place, { visibility, listing }] of slugs.entries()) {
    const proposition = await givenProposition(`${visibility}-${listing}`, place + 1);
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
    const marks = await db.concealedTheme.findMany({ include: { theme: true } });
    const predicted = new Set(marks.filter((it) => isConcealedFrom(viewer, it)).map((it) => it.theme.slug));
    const told = await readConcealed(db, viewer, { concealedAt: new Date() });
    if (told === "unknown") throw new Error("it was looked");
    expect(new Set(told.keys())).toEqual(predicted);

    const unreadable = await db.position.findMany({
      where: { NOT: readableBy(viewer) },
      select: { proposition: { select: { theme: { select: { slug: true } } } } },
    });
    expect(predicted).toEqual(new Set(unreadable.map((it) => it.proposition.theme.slug)));
    // Only to the public are some not listed, and only of these no blank cell can be shown.
    const beyond = [...told].filter(([, it]) => it === "anything").map(([theme]) => theme);
    expect(beyond.every((it) => it.endsWith("-network"))).toBe(true);
    expect(beyond.length > 0).toBe(isVisitor(place));
  });

  test("is nothing that stands in public, and everything else from a visitor", async () => {
    const audiences = await db.concealedTheme.groupBy({ by: ["audience"], _count: true });
    const counted = Object.fromEntries(audiences.map((it) => [it.audience, it._count]));
    expect(counted).toEqual({ convener: 2, network: 4, public: slugs.length - 1 });
  });

  test("nobody is told anything else before the first batch", async () => {
    expect(await readConcealed(db, visitor, { concealedAt: null })).toBe("unknown");
  });
});

/** Whoever reads as anybody does: the first three, whoever is suspended, and whoever left the convener. */
const isVisitor = (place: number) => [0, 1, 2, 6, 8].includes(place);
