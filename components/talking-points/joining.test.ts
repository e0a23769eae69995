import { expect, test } from "vitest";
import type { Endorsement, OwnEndorsement } from "@/lib/talking-points/schema.endorsements";
import { joinActs } from "./joining";

const ours = (facts: Partial<OwnEndorsement>) => ({
  ...{ point: "point", version: 1, digest: "0".repeat(64) },
  organizations: [
    {
      ...{ organization: { slug: "ours" }, mandate: {}, mayEndorse: true, joined: [], joinsWaiting: [] },
      ...facts,
    } as unknown as OwnEndorsement,
  ],
});
const reservation = (slug = "theirs", current = true) => ({ organization: { slug }, current }) as Endorsement;
const acts = (facts: Partial<OwnEndorsement>, of = reservation()) =>
  joinActs(ours(facts), of).map(({ joined, waiting, mayJoin }) => ({ joined, waiting, mayJoin }));

test("a signatory can share another organization's reservation, and not their own organization's", () => {
  expect(acts({})).toEqual([{ joined: false, waiting: null, mayJoin: true }]);
  expect(acts({}, reservation("ours"))).toEqual([]);
});

test("a reservation to earlier words is not shared, and who signs for nobody is offered nothing", () => {
  expect(acts({}, reservation("theirs", false))).toEqual([]);
  expect(acts({ mandate: null })).toEqual([]);
  expect(acts({ mayEndorse: false })).toEqual([]);
});

test("what is shared can be left, also where the text takes no answers any more", () => {
  expect(acts({ joined: ["theirs"] })).toEqual([{ joined: true, waiting: null, mayJoin: false }]);
  expect(acts({ joined: ["theirs"], mayEndorse: false })).toEqual([{ joined: true, waiting: null, mayJoin: false }]);
});

test("the second of two signatures is another person's", () => {
  const first = (mine: boolean) => ({ joinsWaiting: [{ organization: "theirs", mine }] });
  expect(acts(first(true))).toEqual([{ joined: false, waiting: "mine", mayJoin: false }]);
  expect(acts(first(false))).toEqual([{ joined: false, waiting: "others", mayJoin: true }]);
});
