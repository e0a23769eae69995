import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readAgreement } from "@/lib/agreement/read";
import { db, transact } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import {
  type AuthorizedAct,
  type Built,
  draft,
  insertPositions,
  openPosition,
  returnDraft,
  signOff,
  submit,
  withdraw,
} from "@/prisma/seed/build-position";
import { as, given } from "@/tests/support/builders";
import { fc } from "@/tests/support/fast-check";
import { listPositions } from "./read";
import { replay } from "./rules";
import { type Position, positionsInput, type Stance, stances, type Visibility } from "./schema";
import { changeVisibility } from "./write.visibility";

const day = 86_400_000;
const mandate = { authorizedBy: "Board", instrument: "Resolution 1", instrumentDate: new Date("2026-01-01") };
/** Noon in the coalition's zone, so many days ago. */
const noon = (ago: number) => new Date(`${dayAgo(ago)}T17:00:00Z`);
const dayAgo = (ago: number) => new Date(Date.now() - ago * day).toISOString().slice(0, 10);
const actAt = (ago: number): AuthorizedAct => ({ by: randomUUID(), at: noon(ago), mandate });

function addDraft(
  built: Built,
  stance: Stance,
  ago: number,
  visibility: Visibility = "network",
  propositionVersion = 1,
) {
  const reservationEn = stance === "support_with_reservation" ? "Except by force." : null;
  draft(built, { stance, visibility, propositionVersion, reservationEn }, actAt(ago));
}
function stand(built: Built, stance: Stance, ago: number, visibility: Visibility = "network", version = 1) {
  addDraft(built, stance, ago, visibility, version);
  submit(built, actAt(ago));
  signOff(built, actAt(ago));
}
const insertAll = (built: Built[]) => transact((tx) => insertPositions(tx, built));
const long = { createdAt: new Date(Date.now() - 400 * day) };

async function readAsOf(viewer: Viewer, positionPath: { proposition: string; organization?: string }, ago: number) {
  const { items } = await listPositions(viewer, positionsInput.parse({ ...positionPath, asOf: dayAgo(ago) }), "en");
  return items;
}
const stancesOf = (items: Position[]) => items.map((it) => it.standing?.stance);

test("on any day there stood what the steps up to that day make of it, never a draft, and to others nothing withdrawn since", async () => {
  const acts = ["draft", "submit", "sign", "giveBack", "withdraw"] as const;
  const command = fc.record({
    act: fc.constantFrom(...acts),
    stance: fc.constantFrom(...stances),
    days: fc.integer({ min: 0, max: 4 }),
  });
  const property = fc.asyncProperty(fc.array(command, { minLength: 6, maxLength: 14 }), async (commands) => {
    const organization = await given.organization(long);
    const proposition = await given.proposition();
    const [own, reader] = [
      await as(await given.memberOf(organization)),
      await as(await given.memberOf(await given.organization())),
    ];
    const built = openPosition(organization.id, proposition.id);
    let ago = 90;
    for (const { act, stance, days } of commands) {
      ago -= days;
      const { position } = built;
      if (act === "draft") addDraft(built, stance, ago);
      else if (act === "withdraw") position.standing && withdraw(built, actAt(ago));
      else if (!position.draft) continue;
      else if (act === "submit") submit(built, actAt(ago));
      else if (act === "sign") signOff(built, actAt(ago));
      else returnDraft(built, actAt(ago), null);
    }
    await insertAll([built]);
    for (const on of [91, 90, ago + 3, ago + 1, ago]) {
      const until = built.steps.filter((it) => new Date(it.at).getTime() <= noon(on).getTime());
      const { standing } = replay(until);
      const stood = built.revisions.filter((it) => it.number === standing);
      const at = { proposition: proposition.slug };
      expect(stancesOf(await readAsOf(own, at, on))).toEqual(stood.map((it) => it.stance));
      const kept = stood.filter((it) => !wasWithdrawn(built, it.number));
      expect(stancesOf(await readAsOf(reader, at, on))).toEqual(kept.map((it) => it.stance));
    }
  });
  await fc.assert(property, { seed: 2007, numRuns: 10 });
}, 60_000);

const wasWithdrawn = ({ steps }: Built, revision: number) => {
  const signed = steps.findIndex((it) => it.kind === "signed_off" && it.revision === revision);
  return steps.slice(signed).some((it) => it.kind === "withdrawn");
};

test("the day that is not over, and every later one, is the present", async () => {
  const { positionPath, organization, proposition, signer } = await given.desk({ organization: long });
  await given.standing({ organization, proposition, stance: "oppose" });
  const [today] = await readAsOf(signer, positionPath, -1);
  expect(today).toEqual((await listPositions(signer, positionsInput.parse(positionPath), "en")).items[0]);
  // It was signed off 24 hours ago: in the first hours of a day of UTC, that is two days back where the network is.
  const [before] = await readAsOf(signer, positionPath, 3);
  expect(before).toBeUndefined();
});

test("narrowing reaches back over every day, and widening shows no older text", async () => {
  const { positionPath, organization, proposition, signer } = await given.desk({ organization: long });
  const built = openPosition(organization.id, proposition.id);
  stand(built, "oppose", 40, "convener");
  stand(built, "undecided", 20, "network");
  await insertAll([built]);
  const reader = await as(await given.memberOf(await given.organization()));
  expect(stancesOf(await readAsOf(reader, positionPath, 30))).toEqual([]);
  expect(stancesOf(await readAsOf(reader, positionPath, 10))).toEqual(["undecided"]);

  await changeVisibility(signer, { ...positionPath, visibility: "public" }, null);
  expect(stancesOf(await readAsOf(await as(null), positionPath, 10))).toEqual([]); // the organization is not listed to visitors
  expect(stancesOf(await readAsOf(reader, positionPath, 30))).toEqual([]);
  await changeVisibility(signer, { ...positionPath, visibility: "organization" }, null);
  expect(stancesOf(await readAsOf(reader, positionPath, 10))).toEqual([]);
  expect(stancesOf(await readAsOf(signer, positionPath, 30))).toEqual(["oppose"]);
});

test("what was read on a day can be read and not touched, with its authority and its place among the readable texts", async () => {
  const { positionPath, organization, proposition } = await given.desk({ organization: long });
  const built = openPosition(organization.id, proposition.id);
  stand(built, "oppose", 60, "organization");
  addDraft(built, "oppose", 50);
  giveBackDraft(built, 49);
  stand(built, "support_with_reservation", 40);
  await insertAll([built]);
  const reader = await as(await given.memberOf(await given.organization()));
  const [position] = await readAsOf(reader, positionPath, 30);
  expect(position).toMatchObject({
    version: 1,
    draft: null,
    stale: false,
    standing: { revision: 1, reservation: { en: "Except by force." }, authority: { authorizedBy: "Board" } },
  });
  expect(Object.values(position?.viewer ?? {}).some(Boolean)).toBe(false);
});

const giveBackDraft = (built: Built, ago: number) => {
  submit(built, actAt(ago));
  returnDraft(built, actAt(ago), null);
};

test("a stance was for the words in force on that day", async () => {
  const organization = await given.organization(long);
  const proposition = await given.proposition();
  await given.rewording(proposition, { at: noon(10) });
  const built = openPosition(organization.id, proposition.id);
  stand(built, "support", 30);
  await insertAll([built]);
  const reader = await as(await given.memberOf(organization));
  const at = { proposition: proposition.slug };
  const read = async (ago: number) => (await readAsOf(reader, at, ago))[0];
  expect(await read(20)).toMatchObject({ proposition: { version: 1 }, standing: { earlierWording: false } });
  expect(await read(5)).toMatchObject({ proposition: { version: 2 }, standing: { earlierWording: true } });
});

test("whoever left stands where it stood, on the days on which it was a member, and nowhere else", async () => {
  const organization = await given.organization({ ...long, status: "left" });
  const at = { organizationId: organization.id, number: 1, decision: "leave", from: "member", to: "left" } as const;
  await db.organizationStep.create({ data: { ...at, at: noon(10) } });
  const proposition = await given.proposition();
  const built = openPosition(organization.id, proposition.id);
  stand(built, "oppose", 30);
  await insertAll([built]);
  const reader = await as(await given.memberOf(await given.organization()));
  const read = async (ago: number) => stancesOf(await readAsOf(reader, { proposition: proposition.slug }, ago));
  expect([await read(20), await read(5), await read(-1)]).toEqual([["oppose"], [], []]);
  expect(await readAsOf(await as(null), { proposition: proposition.slug }, 20)).toEqual([]);
});

test("the grid of a day counts who was there, and says what was kept on that day where somebody is blank", async () => {
  const theme = await given.theme();
  const proposition = await given.proposition({ theme });
  const early = await given.organization(long);
  const late = await given.organization({ createdAt: noon(15) });
  const quiet = await given.organization(long);
  const open = openPosition(early.id, proposition.id);
  stand(open, "support", 30);
  const hidden = openPosition(quiet.id, proposition.id);
  stand(hidden, "oppose", 20, "convener");
  withdraw(hidden, actAt(10));
  await insertAll([open, hidden]);
  await db.network.update({ where: { id: 1 }, data: { concealedAt: new Date() } });
  const mark = { themeId: theme.id, organizationId: quiet.id, audience: "network" } as const;
  await db.concealedTheme.create({ data: { ...mark, since: noon(20), until: noon(6) } });
  const viewer = await as(await given.memberOf(late));
  const read = async (ago: number, reader = viewer) => {
    const grid = await readAgreement(reader, { theme: theme.slug, asOf: dayAgo(ago), limit: 200 }, "en");
    const [row] = grid.propositions;
    const slugs = grid.organizations.map((it) => it.slug);
    return { support: row?.counts.support, notShown: row?.notShown, late: slugs.includes(late.slug), asOf: grid.asOf };
  };
  expect(await read(40)).toMatchObject({ support: 0, notShown: "none", late: false, asOf: dayAgo(40) });
  expect(await read(25)).toMatchObject({ support: 1, notShown: "none", late: false });
  expect(await read(18)).toMatchObject({ support: 1, notShown: "some" });
  expect(await read(8)).toMatchObject({ support: 1, notShown: "some", late: true });
  expect(await read(3)).toMatchObject({ support: 1, notShown: "none", late: true });
  // To its own people it is no secret what they kept.
  expect(await read(18, await as(await given.memberOf(quiet)))).toMatchObject({ notShown: "none" });
});
