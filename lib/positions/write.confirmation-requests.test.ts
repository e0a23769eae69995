import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { as, given } from "@/tests/support/builders";
import { getPosition } from "./read";
import { addDays } from "./rules";
import { requestConfirmations } from "./write.confirmation-requests";
import { reaffirm } from "./write.signing";

const { today } = await readToday(db);
const longAgo = new Date("2026-01-01T12:00:00Z");

/** Seven positions due for review, somebody who drafts, and a signatory by name. */
async function dueDesk(name: string) {
  const organization = await given.organization();
  const theme = await given.theme();
  const signatory = await given.signatory(organization, { name });
  const drafter = await given.representative(organization);
  const propositions = [];
  for (let at = 0; at < 7; at++) {
    const proposition = await given.proposition({ theme });
    propositions.push(proposition);
    const reviewBy = addDays(today, at === 6 ? 25 : -5);
    await given.standing({ organization, proposition, since: longAgo, reviewBy });
  }
  return { organization, slug: organization.slug, theme, signatory, drafter, propositions };
}

const requests = (organizationId: string) =>
  db.confirmationRequest.findMany({ where: { position: { organizationId } }, orderBy: { positionId: "asc" } });

/** Whose requests of this organization left a job in the queue. */
async function mails(organizationId: string) {
  return db.$queryRaw<{ signatory: string }[]>`
    SELECT a."facts"->>'signatory' AS "signatory" FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t."id" = j."task_id"
    JOIN "Activity" a ON a."id"::text = j."payload"->>'activity'
    WHERE t."identifier" = 'notify' AND a."kind" = 'position.confirmationRequested'
      AND a."subject" = ${`organization/${organizationId}`}`;
}

test("all that is due goes to the signatory at once, is kept, and is mailed once however often it is asked for", async () => {
  const { organization, slug, signatory, drafter } = await dueDesk("Mireille Aubin");
  const viewer = await as(drafter);
  const pending = [{ signatory: "Mireille Aubin", positions: 7 }];
  expect(await requestConfirmations(viewer, { organization: slug })).toEqual({ pending, withoutSignatory: 0 });
  const again = await Promise.all([1, 2].map(() => requestConfirmations(viewer, { organization: slug })));
  expect(again).toEqual([1, 2].map(() => ({ pending, withoutSignatory: 0 })));
  const kept = await requests(organization.id);
  expect(kept).toHaveLength(7);
  expect(new Set(kept.map((it) => [it.signatoryId, it.requestedById].join()))).toEqual(
    new Set([[signatory.id, drafter.id].join()]),
  );
  expect(await mails(organization.id)).toEqual([{ signatory: signatory.id }]);
});

test("a confirmation answers it: with the next review date it can be asked for anew", async () => {
  const { slug, signatory, drafter, propositions, organization } = await dueDesk("Colm Haverty");
  const viewer = await as(drafter);
  await requestConfirmations(viewer, { organization: slug });
  const signer = await as(signatory);
  for (const { slug: proposition } of propositions) {
    const place = { organization: slug, proposition };
    await reaffirm(signer, place, (await getPosition(signer, place)).version);
  }
  await expect(requestConfirmations(viewer, { organization: slug })).rejects.toMatchObject({
    code: "CONFLICT",
    reason: "nothingToHandOver",
  });
  await db.position.updateMany({
    where: { organizationId: organization.id },
    data: { reviewBy: new Date(addDays(today, 3)) },
  });
  await requestConfirmations(viewer, { organization: slug });
  expect(await requests(organization.id)).toHaveLength(14);
});

test("is for the organization's own people, and not for what they can confirm themselves", async () => {
  const { slug, signatory, organization } = await dueDesk("Abram Lalonde-Wiebe");
  const stranger = await as(await given.signatory(await given.organization()));
  await expect(requestConfirmations(stranger, { organization: slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(requestConfirmations(await as(signatory), { organization: slug })).rejects.toMatchObject({
    reason: "nothingToHandOver",
  });
  expect(await requests(organization.id)).toEqual([]);
});

test("goes to whoever still can: a mandate that ended hands it on, and with no signatory nobody is asked", async () => {
  const { slug, signatory, drafter, organization } = await dueDesk("Sophie Marchetti");
  const viewer = await as(drafter);
  await requestConfirmations(viewer, { organization: slug });
  await db.mandate.updateMany({ where: { personId: signatory.id }, data: { revokedAt: new Date() } });
  expect(await requestConfirmations(viewer, { organization: slug })).toEqual({ pending: [], withoutSignatory: 7 });
  const next = await given.signatory(organization, { name: "Ellen Dragovic" });
  expect(await requestConfirmations(viewer, { organization: slug })).toMatchObject({
    pending: [{ signatory: "Ellen Dragovic", positions: 7 }],
  });
  expect((await mails(organization.id)).map((it) => it.signatory).sort()).toEqual([signatory.id, next.id].sort());
});
