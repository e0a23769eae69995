import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { transact } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import {
  type Built,
  draft,
  insertPositions,
  openPosition,
  signOff,
  submit,
  withdraw,
} from "@/prisma/seed/build-position";
import { as, given } from "@/tests/support/builders";
import { visibilities } from "./constants";
import { listPositions } from "./read";
import { summarize } from "./read.summary";
import { type Position, positionsInput } from "./schema";

const days = (ago: number) => new Date(Date.now() - ago * 86_400_000);
const dayAgo = (ago: number) => days(ago).toISOString().slice(0, 10);

let organization: Awaited<ReturnType<typeof given.organization>>;
let viewers: [string, Viewer][];

/** On two themes: what stands for everybody and for few, past its review, withdrawn; drafts that wait and that do not. */
beforeAll(async () => {
  organization = await given.organization({ listing: "public", createdAt: days(900) });
  const themes = [await given.theme(), await given.theme()];
  const mandate = { authorizedBy: "Board", instrument: "Resolution 1", instrumentDate: days(800) };
  const all: Built[] = [];
  for (let place = 0; place < 16; place++) {
    const theme = themes[place % 2];
    if (!theme) throw new Error("there are two themes");
    const proposition = await given.proposition({ theme });
    const visibility = visibilities[place % visibilities.length] ?? "network";
    const act = { by: randomUUID(), at: days(place % 3 === 0 ? 700 : 40), mandate };
    const built = openPosition(organization.id, proposition.id);
    const propositionVersion = place % 5 === 4 ? 2 : 1;
    const undecided = { stance: "undecided", decideBy: days(place === 2 ? 12 : 3) } as const;
    const stance = place % 7 === 2 ? undecided : ({ stance: "support" } as const);
    const said = { ...stance, visibility, propositionVersion };
    draft(built, said, act);
    if (place % 4 !== 3) signOff(built, act);
    else if (place % 8 === 3) submit(built, act);
    if (place === 6) withdraw(built, { ...act, at: days(10) });
    if (place === 8) {
      draft(built, said, { ...act, at: days(1) });
      submit(built, { ...act, at: days(1) });
    }
    all.push(built);
  }
  await transact((tx) => insertPositions(tx, all));
  viewers = [
    ["a visitor", await as(null)],
    ["one of its own", await as(await given.signatory(organization))],
    ["another member", await as(await given.memberOf(await given.organization()))],
    ["the convener", await as(await given.convener(await given.organization()))],
  ];
}, 60_000);

/** The same numbers, made of the positions themselves. */
function count(positions: readonly Position[]) {
  const standing = positions.filter((it) => it.standing);
  const themes = [...new Set(standing.map((it) => it.proposition.theme))];
  const drafted = (...states: string[]) => positions.filter((it) => it.draft && states.includes(it.draft.state)).length;
  return {
    standing: standing.length,
    themes: Object.fromEntries(
      themes.map((theme) => [theme, standing.filter((it) => it.proposition.theme === theme).length]),
    ),
    owed: {
      submitted: drafted("submitted", "signed_once"),
      returned: drafted("returned"),
      stale: positions.filter((it) => it.stale).length,
      earlier: positions.filter((it) => it.standing?.earlierWording).length,
      undecided: positions.filter((it) => it.undecidedPast).length,
    },
  };
}

describe.each([
  undefined,
  dayAgo(600),
  dayAgo(20),
  dayAgo(5),
])("what an organization holds, in numbers (on %s)", (asOf) => {
  test("is what its positions amount to, for every reader", async () => {
    const place = { organization: organization.slug, ...(asOf && { asOf }) };
    const stood = [];
    for (const [reader, viewer] of viewers) {
      const { items } = await listPositions(viewer, positionsInput.parse(place), "en");
      const { themes, ...told } = await summarize(viewer, place);
      const byTheme = Object.fromEntries(themes.map((it) => [it.theme, it.standing]));
      expect([reader, { ...told, themes: byTheme }]).toEqual([reader, count(items)]);
      stood.push(told.standing);
    }
    expect(stood[1]).toBeGreaterThan(stood[0] ?? 0);
  });
});
