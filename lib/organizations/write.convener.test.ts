import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { findConveners, getConvener } from "./read.convener";
import { answerOffer, nameConveners, offerTerm } from "./write.convener";

const scope = { en: "Draft and schedule.", fr: "Rédiger et planifier." };

/** One convening organization at a time, as in a network. */
async function network() {
  await db.convenerTerm.updateMany({ where: { until: null }, data: { until: new Date() } });
  const organization = await given.organization();
  const convener = await given.convener(organization);
  const next = await given.organization();
  const signatory = await given.signatory(next);
  return { organization, convener, next, signatory };
}

let world: Awaited<ReturnType<typeof network>>;
beforeEach(async () => {
  world = await network();
});

const offerOf = async (person: { id: string }) => {
  const { offers } = await getConvener(await as(person), "en");
  const [offer] = offers;
  if (!offer) throw new Error("no offer waits");
  return offer;
};

describe("the convener's term", () => {
  it("goes over when the signatory of another member accepts, and one ends in the moment the other begins", async () => {
    const { organization, convener, next, signatory } = world;
    await offerTerm(await as(convener), { organization: next.slug, scope });
    expect((await as(signatory)).convenerFor, "an offer changes nothing").toEqual([]);
    const offer = await offerOf(signatory);
    expect(offer).toMatchObject({ mayAnswer: true, mayWithdraw: false, scope });
    await answerOffer(await as(signatory), { id: offer.id, answer: "accepted" });
    const [ended, begun] = await Promise.all([
      db.convenerTerm.findFirstOrThrow({ where: { organizationId: organization.id } }),
      db.convenerTerm.findFirstOrThrow({ where: { organizationId: next.id } }),
    ]);
    expect(ended.until).toEqual(begun.since);
    expect(begun).toMatchObject({ scopeEn: scope.en, scopeFr: scope.fr });
    expect([(await as(convener)).convenerFor, (await as(signatory)).convenerFor]).toEqual([[], [next.id]]);
    const recorded = await getConvener(await as(await given.memberOf(await given.organization())), "en");
    expect(recorded.current?.organization.slug).toBe(next.slug);
    expect(recorded.past.map((it) => it.organization.slug)).toContain(organization.slug);
    expect(await db.activity.count({ where: { kind: "convener.answered", subject: `organization/${next.id}` } })).toBe(
      1,
    );
  });

  it("goes to one of ten who answer at once, and to nobody after it was taken back", async () => {
    const { convener, next, signatory } = world;
    await offerTerm(await as(convener), { organization: next.slug, scope });
    const { id } = await offerOf(signatory);
    const viewer = await as(signatory);
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => answerOffer(viewer, { id, answer: "accepted" })),
    );
    expect(tries.filter((it) => it.status === "fulfilled")).toHaveLength(1);
    expect(await db.convenerTerm.count({ where: { organizationId: next.id } })).toBe(1);

    const other = await network();
    await offerTerm(await as(other.convener), { organization: other.next.slug, scope });
    const second = await offerOf(other.signatory);
    await answerOffer(await as(other.convener), { id: second.id, answer: "withdrawn" });
    await expect(answerOffer(await as(other.signatory), { id: second.id, answer: "accepted" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("lasts through its last day in the zone of the coalition", async () => {
    const { convener, next, signatory } = world;
    await offerTerm(await as(convener), { organization: next.slug, scope, until: "2031-07-01" });
    await answerOffer(await as(signatory), { id: (await offerOf(signatory)).id, answer: "accepted" });
    const term = await db.convenerTerm.findFirstOrThrow({ where: { organizationId: next.id } });
    expect(term.until?.toISOString()).toBe("2031-07-02T04:00:00.000Z");
  });

  it("is offered by those who exercise it, once at a time, and to another member", async () => {
    const { organization, convener, next, signatory } = world;
    const observer = await given.organization({ status: "observer" });
    await expect(offerTerm(await as(signatory), { organization: next.slug, scope })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    for (const { slug } of [organization, observer])
      await expect(offerTerm(await as(convener), { organization: slug, scope })).rejects.toMatchObject({
        reason: "handoverToMember",
      });
    await offerTerm(await as(convener), { organization: next.slug, scope });
    await expect(offerTerm(await as(convener), { organization: next.slug, scope })).rejects.toMatchObject({
      reason: "offerOpen",
    });
  });

  it("is answered by a signatory of the organization that was asked, and seen by nobody else", async () => {
    const { convener, next } = world;
    await offerTerm(await as(convener), { organization: next.slug, scope });
    const { id } = await offerOf(convener);
    const drafter = await as(await given.representative(next));
    const stranger = await as(await given.signatory(await given.organization()));
    await expect(answerOffer(drafter, { id, answer: "accepted" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(answerOffer(stranger, { id, answer: "accepted" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(answerOffer(await as(convener), { id, answer: "accepted" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await getConvener(stranger, "en")).offers).toEqual([]);
  });

  it("is exercised by persons whom a signatory names among the organization's own people", async () => {
    const { organization, convener } = world;
    const [colleague, stranger] = [await given.memberOf(organization), await given.person()];
    await expect(nameConveners(await as(convener), { persons: [stranger.id] })).rejects.toMatchObject({
      reason: "notAmongPeople",
    });
    await nameConveners(await as(convener), { persons: [colleague.id] });
    expect([(await as(colleague)).convenerFor, (await as(convener)).convenerFor]).toEqual([[organization.id], []]);
    await expect(nameConveners(await as(colleague), { persons: [colleague.id] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("brings mail to those who still belong to its organization, and to nobody who left it for another", async () => {
    const { organization, convener, next } = world;
    const colleague = await given.memberOf(organization);
    await nameConveners(await as(convener), { persons: [convener.id, colleague.id] });
    const written = async () => (await findConveners()).map(({ id }) => id);
    expect(await written()).toEqual([convener.id, colleague.id].sort());
    await db.representation.create({ data: { personId: convener.id, organizationId: next.id } });
    await db.representation.updateMany({
      where: { personId: convener.id, organizationId: organization.id },
      data: { endedAt: new Date() },
    });
    expect(await written()).toEqual([colleague.id]);
  });

  it("names its persons to the network and not to visitors, and marks the interest of its own people", async () => {
    const { organization, convener } = world;
    await db.organization.update({ where: { id: organization.id }, data: { listing: "public" } });
    const visitor = await getConvener(await as(null), "en");
    expect(visitor).toMatchObject({
      current: { persons: null, own: false },
      handover: null,
      nameable: null,
      offers: [],
    });
    const own = await getConvener(await as(convener), "en");
    expect(own.current).toMatchObject({ own: true, persons: [{ name: expect.any(String) }] });
    expect(own.handover?.ownPersons).toBe(1);
  });
});
