import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { getPosition, listPositions } from "./read";
import { listJoined, listJoinSteps } from "./read.annotation-history";
import { readOwnAnnotations } from "./read.own-annotations";
import { draftInput, type PositionKey, type Visibility } from "./schema";
import { saveDraft } from "./write.drafts";
import { joinReservation, leaveReservation } from "./write.joins";
import { reaffirm, signOff } from "./write.signing";
import { changeVisibility, withdraw } from "./write.visibility";

const reserve = (positionPath: PositionKey, en: string, visibility: Visibility = "network") =>
  draftInput.parse({ ...positionPath, stance: "support_with_reservation", reservation: { en }, visibility });

/** A reservation that stands, and another organization that could join it. */
async function reserved(visibility: Visibility = "network", joint = false) {
  const desk = await given.desk();
  await saveDraft(desk.drafter, reserve(desk.positionPath, "Except by force.", visibility), null);
  await signOff(desk.signer, { ...desk.positionPath, decision: "sign_off" }, 1);
  const other = await given.organization(joint ? { signOffKind: "joint" } : {});
  const [joiner, drafter] = [await as(await given.signatory(other)), await as(await given.representative(other))];
  const reader = await as(await given.memberOf(await given.organization()));
  return { ...desk, other, joiner, otherDrafter: drafter, reader };
}

async function digestFor(viewer: Viewer, positionPath: PositionKey) {
  const { digest } = await readOwnAnnotations(viewer, positionPath, "en");
  return digest ?? "";
}

async function join(viewer: Viewer, positionPath: PositionKey, onBehalfOf: string, visibility: Visibility = "network") {
  await joinReservation(viewer, {
    ...positionPath,
    onBehalfOf,
    digest: await digestFor(viewer, positionPath),
    visibility,
  });
}

const joinsSeen = async (viewer: Viewer, positionPath: PositionKey) => (await getPosition(viewer, positionPath)).joins;
const namesSeen = async (viewer: Viewer, positionPath: PositionKey) =>
  (await joinsSeen(viewer, positionPath)).map(({ organization }) => organization.slug);

async function rewrite({ positionPath, drafter, signer }: Awaited<ReturnType<typeof reserved>>, input: object) {
  const { version } = await getPosition(drafter, positionPath);
  await saveDraft(drafter, draftInput.parse({ ...positionPath, ...input }), version);
  await signOff(signer, { ...positionPath, decision: "sign_off" }, version + 1);
}

test("a reservation is joined by a signatory of another member, and read with it wherever it stands", async () => {
  const desk = await reserved();
  const { positionPath, other, joiner, reader } = desk;
  await join(joiner, positionPath, other.slug);
  expect(await joinsSeen(reader, positionPath)).toMatchObject([
    {
      organization: { slug: other.slug },
      earlierText: false,
      authority: { authorizedBy: "Board of directors", instrument: "Resolution 1" },
    },
  ]);
  const listed = await listPositions(reader, { proposition: positionPath.proposition, limit: 100 }, "en");
  expect(listed.items[0]?.joins).toEqual(await joinsSeen(reader, positionPath));
  const mine = await listJoined(reader, { slug: other.slug, limit: 100 });
  expect(mine.items).toMatchObject([
    { reservationOf: { slug: positionPath.organization }, reservation: { en: "Except by force." } },
  ]);
  const told = await db.activity.findMany({ where: { kind: "reservation.joined", actorId: joiner.personId } });
  expect(told).toHaveLength(1);
});

test("nobody joins without a mandate that signs, for another organization, twice, or their own reservation", async () => {
  const { positionPath, other, joiner, otherDrafter, signer, reader } = await reserved();
  const reason = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error) => (error instanceof Refusal ? `${error.code} ${error.reason}` : String(error)),
    );
  expect(await reason(join(otherDrafter, positionPath, other.slug))).toBe("FORBIDDEN notASignatory");
  expect(await reason(join(reader, positionPath, other.slug))).toBe("FORBIDDEN notASignatory");
  expect(await reason(join(joiner, positionPath, positionPath.organization))).toBe("FORBIDDEN notASignatory");
  expect(await reason(join(signer, positionPath, positionPath.organization))).toBe("CONFLICT ownReservation");
  const elsewhere = await as(await given.signatory(other, { themes: [await given.theme()] }));
  expect(await reason(join(elsewhere, positionPath, other.slug))).toBe("FORBIDDEN notASignatory");
  const quietly = await as(await given.representative(other, { powers: ["sign_off"] }));
  expect(await reason(join(quietly, positionPath, other.slug, "public"))).toBe("FORBIDDEN publicNeedsMandate");
  const observing = await given.organization({ status: "observer" });
  const observer = await as(await given.signatory(observing));
  expect(await reason(join(observer, positionPath, observing.slug))).toBe("FORBIDDEN notASignatory");
  await join(joiner, positionPath, other.slug);
  expect(await reason(join(joiner, positionPath, other.slug))).toBe("CONFLICT alreadyJoined");
  expect(await db.joinStep.count({ where: { position: { organization: { slug: positionPath.organization } } } })).toBe(
    1,
  );
});

test("of eight who join at once for one organization, one does", async () => {
  const { positionPath, other, joiner } = await reserved();
  const digest = await digestFor(joiner, positionPath);
  const racing = Array.from({ length: 8 }, () =>
    joinReservation(joiner, { ...positionPath, onBehalfOf: other.slug, digest, visibility: "network" }),
  );
  const settled = await Promise.allSettled(racing);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.joinStep.count({ where: { organizationId: other.id } })).toBe(1);
});

test("a join for words that changed meanwhile is turned away", async () => {
  const desk = await reserved();
  const { positionPath, other, joiner } = desk;
  const digest = await digestFor(joiner, positionPath);
  await rewrite(desk, { stance: "support_with_reservation", reservation: { en: "Except at home." } });
  const late = joinReservation(joiner, { ...positionPath, onBehalfOf: other.slug, digest, visibility: "network" });
  await expect(late).rejects.toMatchObject({ code: "CONFLICT", reason: "reservationChanged" });
});

test("when the reservation changes, a join is shown as given for the earlier text, and is carried nowhere", async () => {
  const desk = await reserved();
  const { positionPath, other, joiner, reader } = desk;
  await join(joiner, positionPath, other.slug);
  await rewrite(desk, { stance: "support_with_reservation", reservation: { en: "Except at home." } });
  expect(await joinsSeen(reader, positionPath)).toMatchObject([{ earlierText: true }]);
  expect((await listJoined(reader, { slug: other.slug, limit: 10 })).items).toMatchObject([
    { earlierText: true, reservation: { en: "Except by force." } },
  ]);
  await join(joiner, positionPath, other.slug);
  expect(await joinsSeen(reader, positionPath)).toMatchObject([{ earlierText: false }]);
  await rewrite(desk, { stance: "support" });
  expect(await joinsSeen(reader, positionPath)).toMatchObject([{ earlierText: true }]);
  expect((await listJoinSteps(reader, { ...positionPath, limit: 10 })).items.map((it) => it.kind)).toEqual([
    "given",
    "given",
  ]);
});

test("a reservation confirmed in the same words is still the one that was joined; under other words it is not", async () => {
  const { positionPath, other, joiner, reader, signer, proposition } = await reserved();
  await join(joiner, positionPath, other.slug);
  await db.position.updateMany({
    where: { propositionId: proposition.id },
    data: { reviewBy: new Date("2026-01-01") },
  });
  await reaffirm(signer, positionPath, (await getPosition(signer, positionPath)).version);
  expect(await joinsSeen(reader, positionPath)).toMatchObject([{ earlierText: false }]);
  await given.rewording(proposition);
  await reaffirm(signer, positionPath, (await getPosition(signer, positionPath)).version);
  expect(await joinsSeen(reader, positionPath)).toMatchObject([{ earlierText: true }]);
});

test("a join is left at will, and the history keeps both", async () => {
  const { positionPath, other, joiner, otherDrafter, reader } = await reserved();
  await join(joiner, positionPath, other.slug);
  const leaving = { ...positionPath, onBehalfOf: other.slug };
  await expect(leaveReservation(otherDrafter, leaving)).rejects.toMatchObject({ reason: "notASignatory" });
  await leaveReservation(joiner, leaving);
  expect(await joinsSeen(reader, positionPath)).toEqual([]);
  await expect(leaveReservation(joiner, leaving)).rejects.toMatchObject({ reason: "notJoined" });
  const told = await listJoinSteps(reader, { ...positionPath, limit: 10 });
  expect(told.items.map(({ kind, actor }) => [kind, actor])).toEqual([
    ["withdrawn", null],
    ["given", null],
  ]);
  const ours = await listJoinSteps(otherDrafter, { ...positionPath, limit: 10 });
  expect(ours.items.map(({ actor }) => actor)).toEqual([joiner.name, joiner.name]);
});

test("a join is read no more widely than it is shown, nor than the reservation is, and is counted nowhere else", async () => {
  const { positionPath, other, joiner, reader, signer } = await reserved("public");
  const convener = await as(await given.convener(await given.organization()));
  const visitor = await as(null);
  await db.organization.updateMany({ where: { slug: positionPath.organization }, data: { listing: "public" } });
  await join(joiner, positionPath, other.slug, "convener");
  for (const viewer of [reader, signer, visitor]) {
    expect(await joinsSeen(viewer, positionPath)).toEqual([]);
    expect((await listJoinSteps(viewer, { ...positionPath, limit: 10 })).total).toBe(0);
    expect((await listJoined(viewer, { slug: other.slug, limit: 10 })).total).toBe(0);
  }
  expect(await namesSeen(convener, positionPath)).toEqual([other.slug]);
  expect(await namesSeen(joiner, positionPath)).toEqual([other.slug]);
  await join(joiner, positionPath, other.slug, "public");
  expect(await namesSeen(reader, positionPath)).toEqual([other.slug]);
  // What was shown to fewer stays with them.
  expect((await listJoinSteps(reader, { ...positionPath, limit: 10 })).total).toBe(1);
  // The organization that joined is listed to the network alone.
  expect(await namesSeen(visitor, positionPath)).toEqual([]);
  await db.organization.update({ where: { id: other.id }, data: { listing: "public" } });
  expect(await namesSeen(await as(null), positionPath)).toEqual([other.slug]);
  await join(joiner, positionPath, other.slug, "organization");
  expect(await namesSeen(reader, positionPath)).toEqual([]);
  expect((await listJoinSteps(reader, { ...positionPath, limit: 10 })).total).toBe(0);
});

test("when a reservation is narrowed, those it is no longer shown to read nothing of who joined it", async () => {
  const { positionPath, other, joiner, signer, reader } = await reserved();
  await join(joiner, positionPath, other.slug);
  await changeVisibility(signer, { ...positionPath, visibility: "organization" }, null);
  expect((await listJoined(reader, { slug: other.slug, limit: 10 })).total).toBe(0);
  await expect(getPosition(joiner, positionPath)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await namesSeen(signer, positionPath)).toEqual([other.slug]);
  // It stays theirs to end.
  await leaveReservation(joiner, { ...positionPath, onBehalfOf: other.slug });
  expect(await namesSeen(signer, positionPath)).toEqual([]);
});

test("a withdrawn reservation takes its joins out of sight, and they do not come back with another", async () => {
  const desk = await reserved();
  const { positionPath, other, joiner, signer, reader } = desk;
  await join(joiner, positionPath, other.slug);
  await withdraw(signer, positionPath, null);
  await expect(getPosition(reader, positionPath)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await rewrite(desk, { stance: "support_with_reservation", reservation: { en: "Except by night." } });
  expect(await joinsSeen(reader, positionPath), "as after a narrowing").toEqual([]);
});

test("where two sign for an organization, the first signature joins nothing", async () => {
  const { positionPath, other, joiner, otherDrafter, reader } = await reserved("network", true);
  await join(joiner, positionPath, other.slug);
  expect(await joinsSeen(reader, positionPath)).toEqual([]);
  expect(await joinsSeen(otherDrafter, positionPath)).toEqual([]);
  await expect(join(joiner, positionPath, other.slug)).rejects.toMatchObject({ reason: "secondSignatory" });
  const { joining } = await readOwnAnnotations(joiner, positionPath, "en");
  expect(joining).toMatchObject([{ mayJoin: false, waiting: { mine: true, by: joiner.name } }]);
  await join(await as(await given.signatory(other)), positionPath, other.slug);
  expect(await joinsSeen(reader, positionPath)).toMatchObject([{ earlierText: false }]);
});

test("an organization that left is heard with its joins no more", async () => {
  const { positionPath, other, joiner, reader } = await reserved();
  await join(joiner, positionPath, other.slug);
  await db.organization.update({ where: { id: other.id }, data: { status: "left" } });
  expect(await joinsSeen(reader, positionPath)).toEqual([]);
});

test("the database keeps what was joined, and lets nobody join their own or what was never signed", async () => {
  const { positionPath, other, joiner } = await reserved();
  await join(joiner, positionPath, other.slug);
  const [step] = await db.joinStep.findMany({ where: { organizationId: other.id } });
  const refused = (sql: string) =>
    expect(db.$executeRawUnsafe(sql, other.id)).rejects.toThrow(/permission denied|stays said/);
  await refused(`UPDATE "JoinStep" SET "revision" = 2 WHERE "organizationId" = $1::uuid`);
  await refused(`DELETE FROM "JoinStep" WHERE "organizationId" = $1::uuid`);
  await db.joinStep.updateMany({ where: { organizationId: other.id }, data: { visibility: "convener" } });
  await refused(`UPDATE "JoinStep" SET "visibility" = 'public' WHERE "organizationId" = $1::uuid`);
  if (!step) throw new Error("nothing was joined");
  const { organizationId: _, ...rest } = step;
  const { organizationId } = await db.position.findUniqueOrThrow({ where: { id: step.positionId } });
  await expect(db.joinStep.create({ data: { ...rest, organizationId } })).rejects.toThrow();
});
