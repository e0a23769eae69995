import { expect, test } from "vitest";
import { as, given } from "@/tests/support/builders";
import { pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import { getVersion } from "./read.compare";
import { getTalkingPoint } from "./read.detail";
import { amendmentInput, handlingInput } from "./schema.amendments";
import { consolidationInput } from "./schema.consolidation";
import { amend } from "./write.amendments";
import { consolidate } from "./write.consolidation";
import { handleAmendment } from "./write.handling";
import { judgeParity } from "./write.parity";
import { postVersion } from "./write.versions";

/** Somebody of the other organization amends, one of the lead handles, and another of the lead makes the version. */
async function consolidated() {
  const world = await pointWorld({ clauses: 4 });
  const { lead, other, writer, point } = world;
  const [handler, third] = [await as(await given.signatory(lead)), await given.organization()];
  const [amender, finder] = [await as(await given.signatory(other)), await as(await given.signatory(third))];
  const bothIn = (text: string) => ({ en: `${text}.`, fr: `${text}, en français.` });
  const propose = (viewer: typeof writer, organization: { slug: string }, matter: object) =>
    amend(
      viewer,
      amendmentInput.parse({
        ...{ id: point.id, onBehalfOf: organization.slug, version: 1, open: true },
        ...{ summary: { en: "Other words" }, reason: { en: "They are clearer." }, ...matter },
      }),
    );
  const handle = (amendment: string, more: object = {}) =>
    handleAmendment(
      handler,
      handlingInput.parse({ id: point.id, amendment, onBehalfOf: lead.slug, handling: "accept", ...more }),
    );
  const reworded = await propose(amender, other, { kind: "words", clause: "clause-1", words: bothIn("Mine") });
  const asItStood = await propose(amender, other, { kind: "words", clause: "clause-2", words: bothIn("Yours") });
  const find = { en: "Clause 3", fr: "Passage 3" };
  const words = { en: "Line 3", fr: "Ligne 3" };
  const everywhere = await propose(finder, third, { kind: "everywhere", find, words });
  await handle(reworded, { handling: "accept_with_changes", words: bothIn("In between") });
  await handle(asItStood);
  await handle(everywhere, { handling: "accept_with_changes", words: { en: "Item 3", fr: "Point 3" } });
  const amendments = [reworded, asItStood, everywhere];
  const made = { id: point.id, onBehalfOf: lead.slug, amendments, note: { en: "Taken over." } };
  await consolidate(writer, consolidationInput.parse(made), 1);
  return { ...world, handler, amender, finder, third };
}

test("nobody whose words were taken over judges them: not the amender, and not who gave the amendment other words", async () => {
  const { lead, other, third, writer, signer, handler, amender, finder, point } = await consolidated();
  const keys = ["clause-1", "clause-2", "clause-3", "clause-4"];
  const offered = async (viewer: typeof writer) => {
    const { clauses } = (await getTalkingPoint(viewer, point.id)).text;
    expect((await getVersion(viewer, point.id, 2)).clauses.map((it) => it.viewer)).toEqual(
      clauses.map((it) => it.viewer),
    );
    return clauses.filter((it) => it.viewer.mayJudge).map(({ key }) => key);
  };
  const judge = (viewer: typeof writer, { slug }: { slug: string }, clause: string, number = 2) =>
    judgeParity(viewer, {
      ...{ id: point.id, number, clause, onBehalfOf: slug, parity: "disputed" as const },
      reason: { en: "They differ." },
    });
  for (const [viewer, organization, theirs] of [
    [writer, lead, []],
    [handler, lead, ["clause-2", "clause-4"]],
    [amender, other, ["clause-3", "clause-4"]],
    [finder, third, ["clause-1", "clause-2", "clause-4"]],
    [signer, other, keys],
  ] as const) {
    expect(await offered(viewer)).toEqual(theirs);
    for (const key of keys)
      expect(await refusalOf(judge(viewer, organization, key))).toBe(
        (theirs as readonly string[]).includes(key) ? null : "FORBIDDEN ownWording",
      );
  }
  // Words that stay are theirs in the next version too; those that are worded otherwise are no longer.
  const before = await getTalkingPoint(writer, point.id);
  const clauses = { "clause-3": { en: "Anew.", fr: "À neuf." } };
  await postVersion(writer, rewrite(before, lead, { clauses }), before.version);
  expect(await refusalOf(judge(handler, lead, "clause-1", 3))).toBe("FORBIDDEN ownWording");
  expect(await refusalOf(judge(handler, lead, "clause-3", 3))).toBeNull();
});
