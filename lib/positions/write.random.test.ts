import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { fc } from "@/tests/support/fast-check";
import { replaySignatures } from "../mandates/rules.signatures";
import { visibilities } from "./constants";
import { getPosition } from "./read";
import { listJoined } from "./read.annotation-history";
import { readOwnAnnotations } from "./read.own-annotations";
import { replay } from "./rules";
import { draftInput, type Visibility } from "./schema";
import { saveDraft } from "./write.drafts";
import { explain, withdrawExplanation } from "./write.explanations";
import { joinReservation, leaveReservation } from "./write.joins";
import { signOff } from "./write.signing";
import { changeVisibility, withdraw } from "./write.visibility";

const acts = ["reserve", "support", "sign", "withdraw", "show", "join", "leave", "explain", "retract"] as const;
const command = fc.record({
  act: fc.constantFrom(...acts),
  /** Whether whoever asks may sign for the organization that they speak for. */
  signs: fc.boolean(),
  visibility: fc.constantFrom(...visibilities),
  words: fc.constantFrom("Except by force.", "Except at home."),
});
type Command = { act: (typeof acts)[number]; signs: boolean; visibility: Visibility; words: string };

async function buildWorld() {
  const desk = await given.desk();
  const other = await given.organization();
  const [joiner, hand] = [await as(await given.signatory(other)), await as(await given.representative(other))];
  const reader = await as(await given.memberOf(await given.organization()));
  return { ...desk, other, joiner, hand, reader };
}
type World = Awaited<ReturnType<typeof buildWorld>>;

const find = ({ positionPath: { organization, proposition } }: World) =>
  db.position.findFirst({
    where: { organization: { slug: organization }, proposition: { slug: proposition } },
    include: { steps: { orderBy: { number: "asc" } }, revisions: true },
  });

async function perform(world: World, { act, signs, visibility, words }: Command) {
  const { positionPath, other } = world;
  const [ours, theirs]: [Viewer, Viewer] = signs ? [world.signer, world.joiner] : [world.drafter, world.hand];
  const version = (await find(world))?.version ?? null;
  const said = { ...positionPath, visibility };
  if (act === "reserve") {
    const reservation = { stance: "support_with_reservation", reservation: { en: words } };
    return saveDraft(world.drafter, draftInput.parse({ ...said, ...reservation }), version);
  }
  if (act === "support") return saveDraft(world.drafter, draftInput.parse({ ...said, stance: "support" }), version);
  if (act === "sign") return signOff(ours, { ...positionPath, decision: "sign_off" }, version ?? 0);
  if (act === "withdraw") return withdraw(ours, positionPath, version);
  if (act === "show") return changeVisibility(ours, { ...positionPath, visibility }, version);
  if (act === "leave") return leaveReservation(theirs, { ...positionPath, onBehalfOf: other.slug });
  if (act === "join") {
    const { digest } = await readOwnAnnotations(theirs, positionPath, "en");
    return joinReservation(theirs, { ...said, onBehalfOf: other.slug, digest: digest ?? "0".repeat(64) });
  }
  const { explaining } = await readOwnAnnotations(ours, positionPath, "en");
  if (act === "retract") return withdrawExplanation(ours, positionPath, explaining?.version ?? 0);
  const text = { en: words, fr: undefined };
  return explain(ours, { ...said, revision: explaining?.revision ?? 1, text }, explaining?.version ?? 0);
}

async function check(world: World) {
  const head = await find(world);
  if (!head) return;
  const { steps, standing, draft, draftState, revisions } = head;
  expect(replay(steps)).toEqual({ standing, draft, draftState });
  const beside = { where: { positionId: head.id }, orderBy: { number: "asc" } } as const;
  const [joins, explanations] = [await db.joinStep.findMany(beside), await db.explanationStep.findMany(beside)];
  expect(new Set(joins.map(({ actorId }) => actorId)).size).toBeLessThanOrEqual(1);
  for (const { actorId } of joins) expect(actorId).toBe(world.joiner.personId);
  for (const { actorId } of explanations) expect(actorId).toBe(world.signer.personId);

  const own = await getPosition(world.signer, world.positionPath);
  const explained = replaySignatures(explanations).given;
  expect(own.explanation?.text.en ?? null).toBe(explained?.textEn ?? null);
  if (own.explanation) expect(own.explanation.earlierText).toBe(explained?.revision !== standing);

  const { given: join } = replaySignatures(joins);
  const stands = revisions.find(({ number }) => number === standing);
  const read = await getPosition(world.reader, world.positionPath).catch((error) => {
    if (error instanceof Refusal && error.code === "NOT_FOUND") return null;
    throw error;
  });
  const mine = await listJoined(world.reader, { slug: world.other.slug, limit: 100 });
  // Nobody reads of a join more than its organization and the reservation's show, nor beside words that it is not about.
  const wide = (visibility: Visibility | undefined) => visibility === "network" || visibility === "public";
  const joinedText = revisions.find(({ number }) => number === join?.revision);
  const shown = join !== null && wide(join.visibility) && wide(joinedText?.visibility);
  expect(mine.total).toBe(shown ? 1 : 0);
  expect(read === null).toBe(!(stands && wide(stands.visibility)));
  expect(read?.joins.length ?? 0).toBe(shown && read ? 1 : 0);
  if (read?.joins[0]) expect(read.joins[0].earlierText).toBe(joinedText?.reservationEn !== stands?.reservationEn);
}

test("whatever is said in whatever order, nothing stands without a signatory, is carried over or read more widely", async () => {
  const property = fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 24 }), async (commands) => {
    const world = await buildWorld();
    for (const one of [{ ...first, act: "reserve" }, { ...first, act: "sign" }, ...commands] as Command[]) {
      await perform(world, one).catch((error) => {
        if (!(error instanceof Refusal)) throw error;
      });
      await check(world);
    }
  });
  await fc.assert(property, { seed: 2007, numRuns: 6 });
}, 120_000);

const first = { signs: true, visibility: "network", words: "Except by force." } as const;
