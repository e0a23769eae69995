import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { answerFor, pointWorld, refusalOf, rewrite } from "@/tests/support/point-world";
import { compareVersions, getVersion } from "./read.compare";
import { getTalkingPoint } from "./read.detail";
import { getHandout } from "./read.handout";
import { statusInput } from "./schema";
import { contestChange } from "./write.contest";
import { confirmEndorsement, endorse, withdrawEndorsement } from "./write.endorsements";
import { judgeParity } from "./write.parity";
import { changeStatus } from "./write.status";
import { postVersion } from "./write.versions";

test("an earlier version keeps the answers that were given to its words, whatever was answered to later ones", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const reserved = { response: "endorse_with_reservation", reservation: { en: "Except by force." } } as const;
  await endorse(signer, await answerFor(signer, point.id, other, reserved));
  await endorse(writer, await answerFor(writer, point.id, lead));
  const before = await getTalkingPoint(writer, point.id);
  const clauses = { "clause-1": { en: "Other words.", fr: "D’autres mots." } };
  await postVersion(writer, rewrite(before, lead, { clauses }), before.version);
  const reader = await as(await given.signatory(other));
  const judged = { id: point.id, number: 2, clause: "clause-1", onBehalfOf: other.slug, parity: "equal" } as const;
  await judgeParity(reader, judged);
  await endorse(signer, await answerFor(signer, point.id, other));
  const answers = async (number: number) =>
    (await getVersion(writer, point.id, number)).answers.map((it) => [it.organization.slug, it.response]);
  expect(await answers(1)).toEqual([
    [other.slug, "endorse_with_reservation"],
    [lead.slug, "endorse"],
  ]);
  expect(await answers(2)).toEqual([[other.slug, "endorse"]]);
});

test("a withdrawal takes the name off every version that was answered; what is answered afterwards stands anew", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  const reserved = { response: "endorse_with_reservation", reservation: { en: "Except by force." } } as const;
  await endorse(signer, await answerFor(signer, point.id, other, { ...reserved, publicly: true }));
  await endorse(writer, await answerFor(writer, point.id, lead));
  const convening = await given.organization();
  const convener = await as(await given.convener(convening));
  const usable = { id: point.id, onBehalfOf: convening.slug, status: "usable", version: 1 } as const;
  await changeStatus(convener, statusInput.parse(usable));
  const before = await getTalkingPoint(writer, point.id);
  await postVersion(writer, rewrite(before, lead, { clauses: { "clause-2": null } }), before.version);
  const { number: version, digest } = await getTalkingPoint(signer, point.id);
  await confirmEndorsement(signer, { id: point.id, organization: other.slug, version, digest });
  const answers = async (number: number) =>
    (await getVersion(writer, point.id, number)).answers.map((it) => it.organization.slug);
  expect([await answers(1), await answers(2)]).toEqual([[other.slug, lead.slug], [other.slug]]);

  await withdrawEndorsement(signer, { id: point.id, organization: other.slug });
  expect([await answers(1), await answers(2)]).toEqual([[lead.slug], []]);
  // Notes for the version that is in use are read without the name, inside the network and outside.
  for (const audience of ["members", "public"] as const) {
    const notes = await getHandout(writer, { id: point.id, audience, language: "en" });
    expect(notes.number).toBe(1);
    expect(JSON.stringify(notes)).not.toContain(other.slug);
  }
  await endorse(signer, await answerFor(signer, point.id, other));
  expect([await answers(1), await answers(2)]).toEqual([[lead.slug], [other.slug]]);
});

test("the first version that is opened tells the network nothing of what it changed, and its authors all of it", async () => {
  const { lead, other, writer, signer, point } = await pointWorld({ status: "draft" });
  const before = await getTalkingPoint(writer, point.id);
  const clauses = { "clause-1": { en: "Clause one, spelled otherwise." } };
  await postVersion(writer, rewrite(before, lead, { clauses, editorial: ["clause-1"] }), before.version);
  await changeStatus(writer, { id: point.id, onBehalfOf: lead.slug, status: "in_discussion" });
  const read = async (viewer: typeof writer) => {
    const { text, versions } = await getTalkingPoint(viewer, point.id);
    const { to } = await compareVersions(viewer, { id: point.id, from: 2, to: 2 });
    return [text, ...versions.slice(0, 1), await getVersion(viewer, point.id, 2), to];
  };
  const nothing = { summary: { en: null, fr: null }, change: "material", editorialClauses: [] };
  for (const it of await read(signer)) expect(it).toMatchObject(nothing);
  const all = { summary: { en: "Other words." }, change: "editorial", editorialClauses: ["clause-1"] };
  for (const it of await read(writer)) expect(it).toMatchObject(all);
  const contesting = { id: point.id, number: 2, clause: "clause-1", onBehalfOf: other.slug };
  expect(await refusalOf(contestChange(signer, { ...contesting, reason: { en: "It differs." } }))).toBe(
    "CONFLICT notClaimedEditorial",
  );
});

test("the two languages are judged in the name of the organization that may write the text, not of another one", async () => {
  const { lead, other, writer, signer, point } = await pointWorld({ equal: false });
  // Of the two that this person belongs to, the first may not write the text.
  const quiet = await given.organization();
  const someone = await given.memberOf(quiet);
  await given.mandate(someone, quiet, { powers: ["endorse"] });
  await db.representation.create({ data: { personId: someone.id, organizationId: other.id } });
  await given.mandate(someone, other, { powers: ["draft"] });
  const read = async (viewer: typeof writer) => (await getTalkingPoint(viewer, point.id)).text.viewer.judge;
  expect(await read(await as(someone))).toBe(other.slug);
  expect(await read(signer)).toBe(other.slug);
  expect(await read(writer)).toBe(lead.slug);
});

test("whoever contested every change that was called editorial is offered no further contest", async () => {
  const { lead, other, writer, signer, point } = await pointWorld();
  await endorse(signer, await answerFor(signer, point.id, other));
  const before = await getTalkingPoint(writer, point.id);
  const clauses = { "clause-1": { en: "Clause one, spelled otherwise." } };
  await postVersion(writer, rewrite(before, lead, { clauses, editorial: ["clause-1"] }), before.version);
  const mayContest = async () => (await getTalkingPoint(signer, point.id)).viewer.organizations[0]?.mayContest;
  expect(await mayContest()).toBe(true);
  const contesting = { id: point.id, number: 2, clause: "clause-1", onBehalfOf: other.slug };
  await contestChange(signer, { ...contesting, reason: { en: "It differs." } });
  expect(await mayContest()).toBe(false);
});
