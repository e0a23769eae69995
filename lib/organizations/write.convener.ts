import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { ConvenerHandover } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { readEndOfDay } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { isConvener } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { isSignatoryOf, readableBy } from "./policy";
import { currentTerm } from "./read.select";
import type { AnswerOfferInput, NameConvenersInput, OfferTermInput } from "./schema.convener";

/** The term that runs and that this viewer exercises, locked against another who would end it at the same moment. */
async function lockOwnTerm(tx: Tx, viewer: Viewer, now: Date) {
  if (!isConvener(viewer)) throw new Refusal("FORBIDDEN", "onlyTheConvener");
  const term = await tx.convenerTerm.findFirst({
    where: { ...currentTerm(now), persons: { some: { personId: viewer.personId ?? "" } } },
    orderBy: [{ since: "desc" }, { id: "asc" }],
    select: { id: true, organizationId: true },
  });
  if (!term) throw new Refusal("FORBIDDEN", "onlyTheConvener");
  await tx.$queryRaw`SELECT "id" FROM "ConvenerTerm" WHERE "id" = ${term.id}::uuid FOR UPDATE`;
  await lockRights(tx, viewer);
  return term;
}

/** Offers the term to another member. Nobody becomes the convener without a word of their own signatory. */
export async function offerTerm(viewer: Viewer, { organization: slug, scope, until }: OfferTermInput) {
  await transact(async (tx) => {
    const now = await readClock(tx);
    const term = await lockOwnTerm(tx, viewer, now);
    const to = await tx.organization.findFirst({
      where: { AND: [readableBy(viewer), { slug }] },
      select: { id: true, status: true },
    });
    if (!to) throw new Refusal("NOT_FOUND", "noSuchOrganization");
    if (to.status !== "member" || to.id === term.organizationId) throw new Refusal("CONFLICT", "handoverToMember");
    if ((await tx.convenerHandover.count({ where: { termId: term.id, answer: null } })) > 0)
      throw new Refusal("CONFLICT", "offerOpen");
    const { id } = await tx.convenerHandover.create({
      data: {
        termId: term.id,
        organizationId: to.id,
        scopeEn: scope.en || null,
        scopeFr: scope.fr || null,
        until: await readEndOfDay(tx, until),
        offeredAt: now,
        offeredById: viewer.personId ?? "",
      },
      select: { id: true },
    });
    await record(tx, "convener.offered", viewer, `organization/${to.id}`, { offer: id, term: term.id });
  });
}

/** Accepts, declines or takes back an offer, once. When it is accepted the old term ends in the moment the new one begins. */
export async function answerOffer(viewer: Viewer, { id, answer }: AnswerOfferInput) {
  await transact(async (tx) => {
    const now = await readClock(tx);
    const [offer] = await tx.$queryRaw<ConvenerHandover[]>`
      SELECT * FROM "ConvenerHandover" WHERE "id" = ${id}::uuid AND "answer" IS NULL FOR UPDATE`;
    const offering = offer && (await tx.convenerTerm.findUnique({ where: { id: offer.termId } }));
    const isRecipient = offer && viewer.representations.some((it) => it.organizationId === offer.organizationId);
    const isSender = offering && isConvener(viewer) && viewer.convenerFor.includes(offering.organizationId);
    if (!offer || !offering || !(isRecipient || isSender)) throw new Refusal("NOT_FOUND", "noSuchOffer");
    if (answer === "withdrawn" ? !isSender : !isSignatoryOf(viewer, offer.organizationId))
      throw new Refusal("FORBIDDEN", answer === "withdrawn" ? "onlyTheConvener" : "notASignatory");
    await lockRights(tx, viewer);
    const newTermId = answer === "accepted" ? await beginTerm(tx, offer, now) : null;
    await tx.convenerHandover.update({
      where: { id },
      data: { answer, answeredAt: now, answeredById: viewer.personId, newTermId },
    });
    await record(tx, "convener.answered", viewer, `organization/${offer.organizationId}`, {
      offer: id,
      answer,
      term: newTermId,
    });
  });
}

async function beginTerm(tx: Tx, { termId, organizationId, scopeEn, scopeFr, until }: ConvenerHandover, now: Date) {
  const to = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { status: true } });
  if (to.status !== "member") throw new Refusal("CONFLICT", "handoverToMember");
  const signatories = await tx.mandate.findMany({
    where: { organizationId, ...inForce(now), powers: { has: "sign_off" } },
    distinct: ["personId"],
    select: { personId: true },
  });
  if (signatories.length === 0) throw new Refusal("CONFLICT", "noSignatoryThere");
  const ended = await tx.convenerTerm.updateMany({ where: { id: termId, ...currentTerm(now) }, data: { until: now } });
  if (ended.count === 0) throw new Refusal("CONFLICT", "noSuchOffer");
  const term = await tx.convenerTerm.create({
    data: {
      ...{ organizationId, scopeEn, scopeFr, until, since: now },
      persons: { create: signatories.map(({ personId }) => ({ personId })) },
    },
    select: { id: true },
  });
  return term.id;
}

/** Says who exercises the term for the organization that holds it. By its own signatory, among its own people. */
export async function nameConveners(viewer: Viewer, { persons }: NameConvenersInput) {
  await transact(async (tx) => {
    const now = await readClock(tx);
    const own = viewer.representations.map((it) => it.organizationId);
    const term = await tx.convenerTerm.findFirst({
      where: { ...currentTerm(now), organizationId: { in: own } },
      orderBy: [{ since: "desc" }, { id: "asc" }],
      select: { id: true, organizationId: true },
    });
    if (!term) throw new Refusal("FORBIDDEN", "notTheirTerm");
    if (!isSignatoryOf(viewer, term.organizationId)) throw new Refusal("FORBIDDEN", "notASignatory");
    await tx.$queryRaw`SELECT "id" FROM "ConvenerTerm" WHERE "id" = ${term.id}::uuid FOR UPDATE`;
    await lockRights(tx, viewer);
    const chosen = [...new Set(persons)];
    const among = await tx.representation.count({
      where: { organizationId: term.organizationId, endedAt: null, personId: { in: chosen } },
    });
    if (among !== chosen.length) throw new Refusal("CONFLICT", "notAmongPeople");
    await tx.convenerPerson.deleteMany({ where: { termId: term.id, personId: { notIn: chosen } } });
    await tx.convenerPerson.createMany({
      skipDuplicates: true,
      data: chosen.map((personId) => ({ termId: term.id, personId })),
    });
    await record(tx, "convener.named", viewer, `organization/${term.organizationId}`, {
      term: term.id,
      persons: chosen.length,
    });
  });
}
