import { randomUUID } from "node:crypto";
import { transact } from "@/lib/platform/db/client";
import { addDays } from "@/lib/platform/time/working-days";
import { as, given } from "@/tests/support/builders";
import { fc } from "@/tests/support/fast-check";
import * as lifecycle from "../../prisma/seed/build-position";

/** What one position of a generated organization has come to. Days are counted from today; null stands for none. */
const situation = fc.record({
  stands: fc.boolean(),
  /** Whether it was given for the wording before the one in force. */
  earlierWording: fc.boolean(),
  reviewIn: fc.integer({ min: -60, max: 60 }),
  decideIn: fc.option(fc.integer({ min: -20, max: 20 })),
  draft: fc.option(fc.constantFrom("drafted", "submitted", "signed_once", "returned")),
});
export type Situation = typeof situation extends fc.Arbitrary<infer It> ? It : never;

export const propositionCount = 8;
export const situations = fc.array(situation, { minLength: propositionCount, maxLength: propositionCount });

/** Propositions that were worded anew, for any number of organizations to have positions on. */
export async function givenReworded() {
  const theme = await given.theme();
  const propositions = [];
  for (let at = 0; at < propositionCount; at++) {
    const proposition = await given.proposition({ theme });
    await given.rewording(proposition);
    propositions.push(proposition);
  }
  return propositions;
}

/** An organization whose positions have come to these situations, whoever signs for it, and whoever only drafts. */
export async function givenPending(propositions: readonly { id: string }[], all: readonly Situation[], today: string) {
  const organization = await given.organization();
  const built = propositions.flatMap(({ id }, at) => {
    const found = all[at];
    return found ? [build(lifecycle.openPosition(organization.id, id), found, today)] : [];
  });
  const begun = built.filter(({ steps }) => steps.length > 0);
  await transact((tx) => lifecycle.insertPositions(tx, begun));
  return {
    organization,
    signer: await as(await given.signatory(organization)),
    drafter: await as(await given.representative(organization)),
  };
}

function build(
  built: lifecycle.Built,
  { stands, earlierWording, reviewIn, decideIn, draft }: Situation,
  today: string,
) {
  const at = new Date(Date.now() - 86_400_000);
  const mandate = { authorizedBy: "Board", instrument: "Resolution 1", instrumentDate: at };
  const act = { by: randomUUID(), at, mandate };
  const text = { visibility: "network", propositionVersion: earlierWording ? 1 : 2 } as const;
  if (stands) {
    const undecided = { stance: "undecided", decideBy: new Date(addDays(today, decideIn ?? 0)) } as const;
    lifecycle.draft(built, { ...text, ...(decideIn === null ? { stance: "support" } : undecided) }, act);
    lifecycle.signOff(built, act);
    built.position.reviewBy = new Date(addDays(today, reviewIn));
  }
  if (draft === null) return built;
  lifecycle.draft(built, { ...text, propositionVersion: 2, stance: "oppose" }, act);
  if (draft !== "drafted") lifecycle.submit(built, act);
  if (draft === "signed_once") lifecycle.signFirst(built, act);
  if (draft === "returned") lifecycle.returnDraft(built, act, "Not yet.");
  return built;
}
