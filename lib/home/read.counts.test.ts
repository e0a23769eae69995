import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { readBoardPack } from "@/lib/board-pack/read";
import { listApplications } from "@/lib/organizations/read.application";
import { getConvener } from "@/lib/organizations/read.convener";
import { offerTerm } from "@/lib/organizations/write.convener";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { addDays } from "@/lib/platform/time/working-days";
import { listPositions } from "@/lib/positions/read";
import { summarize } from "@/lib/positions/read.summary";
import { positionsInput } from "@/lib/positions/schema";
import { listProposals } from "@/lib/proposals/read";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { fc } from "@/tests/support/fast-check";
import { givenPending, givenReworded, type Situation, situations } from "@/tests/support/pending-world";
import { readHome } from "./read";

let propositions: Awaited<ReturnType<typeof givenReworded>>;
let today: string;
beforeAll(async () => {
  propositions = await givenReworded();
  today = (await readToday(db)).today;
});

/** Made of the situations themselves. */
function countSituations(all: readonly Situation[]) {
  const count = (is: (it: Situation) => boolean) => all.filter(is).length;
  const isLate = ({ stands, decideIn }: Situation) => stands && decideIn !== null && decideIn < 0;
  return {
    submitted: count(({ draft }) => draft === "submitted" || draft === "signed_once"),
    returned: count(({ draft }) => draft === "returned"),
    stale: count(({ stands, reviewIn }) => stands && reviewIn < 0),
    comingUp: count(({ stands, reviewIn }) => stands && reviewIn >= 0 && reviewIn <= 30),
    earlier: count(({ stands, earlierWording }) => stands && earlierWording),
    undecided: count(isLate),
    decisions: count(
      (it) =>
        it.draft === "submitted" ||
        it.draft === "signed_once" ||
        (it.stands && (it.earlierWording || it.reviewIn <= 30)) ||
        isLate(it),
    ),
  };
}

async function countEverywhere(viewer: Viewer, organization: string) {
  const [home] = (await readHome(viewer, "en")).organizations;
  if (!home) throw new Error("no organization of theirs");
  const { owed } = await summarize(viewer, { organization });
  const { decisions } = (await readBoardPack(viewer, organization)).content;
  const rows = await Promise.all(
    (["submitted", "signed_once"] as const).map((state) =>
      listPositions(viewer, positionsInput.parse({ organization, state }), "en"),
    ),
  );
  const review = (is: (reviewBy: string) => boolean) =>
    decisions.filter(({ standing }) => standing?.reviewBy && is(standing.reviewBy)).length;
  const isNear = (reviewBy: string) => reviewBy >= today && reviewBy <= addDays(today, 30);
  return {
    home: {
      submitted: home.awaitingSignOff.total,
      returned: home.returned.total,
      stale: home.review.items.filter((it) => it.stale).length,
      comingUp: home.review.items.filter((it) => !it.stale).length,
      earlier: home.earlierWording.total,
      undecided: home.undecided.total,
    },
    stale: [home.said.stale, owed.stale],
    page: owed,
    rows: rows.reduce((sum, { total }) => sum + total, 0),
    pack: {
      submitted: decisions.filter(({ kind }) => kind === "submitted").length,
      stale: review((reviewBy) => reviewBy < today),
      comingUp: review(isNear),
      earlier: decisions.filter(
        ({ standing, proposition }) => standing && standing.wording.version < proposition.version,
      ).length,
      decisions: decisions.length,
    },
  };
}

test("Home, the organization's page, its list and its board pack count what waits alike, for whoever signs and whoever drafts", async () => {
  const property = fc.asyncProperty(situations, async (all) => {
    const { organization, signer, drafter } = await givenPending(propositions, all, today);
    const { submitted, returned, stale, comingUp, earlier, undecided, decisions } = countSituations(all);
    for (const viewer of [signer, drafter])
      expect(await countEverywhere(viewer, organization.slug)).toEqual({
        home: { submitted, returned, stale, comingUp, earlier, undecided },
        stale: [stale, stale],
        page: { submitted, returned, stale, earlier, undecided },
        rows: submitted,
        pack: { submitted, stale, comingUp, earlier, decisions },
      });
  });
  await fc.assert(property, { seed: 2005, numRuns: 5 });
}, 180_000);

describe("what waits for the convener", () => {
  test("is counted on Home as on the pages behind it, however much it is, and by nobody else", async () => {
    const organization = await given.organization();
    const convener = await as(await given.convener(await given.organization()));
    const member = await as(await given.signatory(organization));
    const { id: themeId } = await given.theme();
    const proposal = {
      organizationId: organization.id,
      authorId: randomUUID(),
      themeId,
      regimeArea: "practice",
    } as const;
    const dated = { createdAt: new Date(), proposedAt: new Date() };
    await db.proposal.createMany({
      data: Array.from({ length: 25 }, () => ({ ...proposal, ...dated, state: "proposed" as const })),
    });
    await db.proposal.create({ data: { ...proposal, createdAt: new Date() } });
    for (let at = 0; at < 3; at++) await given.organization({ status: "applied" });

    const { convening } = await readHome(convener, "en");
    const { total: waiting } = await listProposals(member, { state: "proposed", limit: 1 });
    const { total: applied } = await listApplications(convener, { limit: 1 });
    const { handover } = await getConvener(convener, "en");
    expect([convening.proposals.total, convening.applications.total]).toEqual([waiting, applied]);
    expect(convening.proposals.items.length).toBe(waiting);
    expect(waiting).toBeGreaterThanOrEqual(25);
    expect(handover?.applications).toBe(applied);
    // Each has a key of its own, and another once the proposal was changed.
    const keysOf = (home: typeof convening) =>
      [...home.proposals.items, ...home.applications.items].map(({ key }) => key);
    const keys = keysOf(convening);
    expect(new Set(keys).size).toBe(keys.length);
    const [first] = convening.proposals.items;
    await db.proposal.update({ where: { id: first?.id ?? "" }, data: { version: { increment: 1 } } });
    const changed = keysOf((await readHome(convener, "en")).convening);
    expect(changed.filter((key) => !keys.includes(key)).length).toBe(1);
    const nothing = { total: 0, items: [] };
    for (const viewer of [member, await as(await given.person({ guest: true }))])
      expect((await readHome(viewer, "en")).convening).toEqual({
        proposals: nothing,
        applications: nothing,
        offers: nothing,
        recoveries: nothing,
      });
  });

  test("an offer of the term waits for the signatory of whom it is made to, and for nobody else", async () => {
    const convener = await as(await given.convener(await given.organization()));
    const next = await given.organization();
    const [signer, drafter] = [await as(await given.signatory(next)), await as(await given.representative(next))];
    await offerTerm(convener, { organization: next.slug, scope: { en: "", fr: "" } });
    const countOffers = async (viewer: Viewer) => (await readHome(viewer, "en")).convening.offers.total;
    expect([await countOffers(signer), await countOffers(drafter), await countOffers(convener)]).toEqual([1, 0, 0]);
  });
});
