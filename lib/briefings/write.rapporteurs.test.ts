import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { fc } from "@/tests/support/fast-check";
import { decideMembership } from "../organizations/write.membership";
import { endRepresentation } from "../organizations/write.people";
import { rapporteursReadableBy } from "./policy.rapporteurs";
import { listRapporteurs } from "./read.rapporteurs";
import { rapporteurStateOf } from "./rules.rapporteurs";
import { nameRapporteurInput } from "./schema.rapporteurs";
import { endRapporteur, nameRapporteur } from "./write.rapporteurs";

type Made = Awaited<ReturnType<typeof given.organization>>;
let convening: Made;
let elsewhere: Made;
let convener: Viewer;
let known: { id: string; name: string | null };

const refusal = (code: string, reason: string) => expect.objectContaining({ name: "Refusal", code, reason });
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const request = (person: string, organization = elsewhere.slug) => ({
  ...{ person, organization, occasion: { fr: "Séance de travail" } },
  ...{ firstOn: dayIn(-1), lastOn: dayIn(2) },
});
const seenBy = async (viewer: Viewer, id: string) =>
  (await listRapporteurs(viewer, { limit: 100 }, "en")).items.find((it) => it.id === id);

beforeEach(async () => {
  convening = await given.organization();
  elsewhere = await given.organization();
  convener = await as(await given.convener(convening));
  known = await given.memberOf(elsewhere);
  await db.representation.updateMany({ where: { personId: known.id }, data: { shownTo: "network" } });
});

test("the convener names somebody the network knows, or of their own people, for the days of an occasion; they are told by mail", async () => {
  const { id } = await nameRapporteur(convener, request(known.id));
  const jobs = await db.$queryRaw<{ rapporteur: string }[]>`
    SELECT a."facts"->>'rapporteur' AS "rapporteur" FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t."id" = j."task_id"
    JOIN "Activity" a ON a."id"::text = j."payload"->>'activity'
    WHERE t."identifier" = 'notify' AND a."kind" = 'rapporteur.named'`;
  expect(jobs.map(({ rapporteur }) => rapporteur)).toContain(id);
  const colleague = await given.memberOf(convening);
  await nameRapporteur(convener, request(colleague.id, convening.slug));
  expect(await seenBy(await as(known), id)).toMatchObject({
    name: known.name,
    occasion: { en: "", fr: "Séance de travail" },
    state: "now",
    viewer: { self: true, mayEnd: true },
  });
});

test("somebody who is not known to the network, or does not act for that organization, is not named", async () => {
  const hidden = await given.memberOf(elsewhere);
  for (const wrong of [request(hidden.id), request(known.id, convening.slug)])
    await expect(nameRapporteur(convener, wrong)).rejects.toEqual(refusal("CONFLICT", "notKnownToNetwork"));
  const { viewer } = await listRapporteurs(convener, { limit: 1 }, "en");
  const choices = (viewer.mayName ?? []).map((it) => it.person);
  expect([choices.includes(known.id), choices.includes(hidden.id)]).toEqual([true, false]);
});

test("it gives no right: a rapporteur holds no power, and convenes nothing", async () => {
  const before = await as(known);
  await nameRapporteur(convener, request(known.id));
  expect(await as(known)).toEqual({ ...before, sessionId: expect.anything(), authenticatedAt: expect.anything() });
});

test("whoever was named lays it down, and the convener ends it, once; it stays readable as ended", async () => {
  const first = await nameRapporteur(convener, request(known.id));
  const second = await nameRapporteur(convener, request(known.id));
  await endRapporteur(await as(known), first.id);
  await endRapporteur(convener, second.id);
  await endRapporteur(convener, second.id);
  expect((await seenBy(convener, first.id))?.state).toBe("ended");
  const told = await db.activity.findMany({ where: { kind: "rapporteur.ended" }, orderBy: { id: "asc" } });
  expect(told.map(({ facts }) => (facts as { rapporteur: string }).rapporteur).slice(-2)).toEqual([
    first.id,
    second.id,
  ]);
  const other = await as(await given.signatory(elsewhere));
  const third = await nameRapporteur(convener, request(known.id));
  await expect(endRapporteur(other, third.id)).rejects.toEqual(refusal("FORBIDDEN", "onlyTheConvener"));
});

test("it ends with the part in the organization, or with the organization's own; what was over stays as it was", async () => {
  const over = await given.rapporteur(known, elsewhere, { firstOn: new Date(dayIn(-9)), lastOn: new Date(dayIn(-5)) });
  const { id } = await nameRapporteur(convener, request(known.id));
  await endRepresentation(await as(known), { slug: elsewhere.slug, id: known.id });
  expect([(await seenBy(convener, id))?.state, (await seenBy(convener, over.id))?.state]).toEqual(["ended", "over"]);
  expect((await seenBy(convener, id))?.name).toBeNull();
  const colleague = await given.signatory(elsewhere);
  const another = await given.rapporteur(colleague, elsewhere);
  await decideMembership(convener, { slug: elsewhere.slug, decision: "suspend", reason: "Silence." });
  expect((await seenBy(convener, another.id))?.state).toBe("ended");
});

test("outside the network nobody is told who records what, nor by listing what is theirs to read", async () => {
  await nameRapporteur(convener, request(known.id));
  const applied = await given.organization({ status: "applied" });
  for (const person of [
    await given.person({ guest: true }),
    await given.person({ administrator: true }),
    await given.memberOf(applied),
  ]) {
    const viewer = await as(person);
    expect((await listRapporteurs(viewer, { limit: 100 }, "en")).total).toBe(0);
    expect(await db.rapporteur.count({ where: rapporteursReadableBy(viewer) })).toBe(0);
  }
});

test("an occasion that is over is not recorded any more, and one does not end before it begins", async () => {
  const over = { ...request(known.id), firstOn: dayIn(-9), lastOn: dayIn(-3) };
  await expect(nameRapporteur(convener, over)).rejects.toEqual(refusal("CONFLICT", "occasionOver"));
  const turned = nameRapporteurInput.safeParse({ ...request(known.id), firstOn: dayIn(3), lastOn: dayIn(1) });
  expect(turned.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["lastOn", "endsBeforeItBegins"],
  ]);
  expect(nameRapporteurInput.safeParse({ ...request(known.id), occasion: {} }).success).toBe(false);
});

test("who was named is written once: the app's role changes when it ended, and nothing else", async () => {
  const { id } = await nameRapporteur(convener, request(known.id));
  await expect(db.rapporteur.update({ where: { id }, data: { occasionEn: "Another" } })).rejects.toThrow();
  await expect(db.rapporteur.delete({ where: { id } })).rejects.toThrow();
});

test("on each day an occasion is in one state, and both of its days belong to it", () => {
  const day = fc.integer({ min: 0, max: 400 }).map((it) => dayIn(it - 200));
  fc.assert(
    fc.property(day, day, day, (one, other, today) => {
      const [firstOn = "", lastOn = ""] = [one, other].sort();
      const state = rapporteurStateOf({ firstOn, lastOn, ended: false }, today);
      expect(state === "now").toBe(firstOn <= today && today <= lastOn);
      expect(rapporteurStateOf({ firstOn, lastOn, ended: true }, today)).toBe("ended");
    }),
  );
});
