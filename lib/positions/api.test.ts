import { call } from "@orpc/server";
import { expect, test } from "vitest";
import { anonymousContext, type Context } from "@/lib/viewer/api.procedure";
import type { Viewer } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { positions } from "./api";

const context = (viewer: Viewer, saw: Partial<Context> = {}) => ({
  context: { ...anonymousContext, viewer, resHeaders: new Headers(), ...saw },
});
const first = { ifNoneMatch: true };
const problem = (status: number, reason: string, facts = {}) => ({ status, data: { reason, ...facts } });

test("a change says which version it saw: missing is 428, another is 412 with the current one", async () => {
  const { positionPath, drafter, signer } = await given.desk();
  const draft = { ...positionPath, stance: "support" as const };
  await expect(call(positions.saveDraft, draft, context(drafter))).rejects.toMatchObject(
    problem(428, "sayWhichVersion"),
  );
  const stale = call(positions.saveDraft, draft, context(drafter, { ifMatch: 1 }));
  await expect(stale).rejects.toMatchObject(problem(412, "changedMeanwhile", { current: null }));
  await call(positions.saveDraft, draft, context(drafter, first));
  const again = call(positions.saveDraft, draft, context(drafter, first));
  await expect(again).rejects.toMatchObject(problem(412, "changedMeanwhile", { current: 1 }));

  const decision = { ...positionPath, decision: "sign_off" as const };
  await expect(call(positions.signOff, decision, context(signer))).rejects.toMatchObject(
    problem(428, "sayWhichVersion"),
  );
  const other = call(positions.signOff, decision, context(signer, { ifMatch: 7 }));
  await expect(other).rejects.toMatchObject(problem(412, "changedMeanwhile", { current: 1 }));
  const late = call(positions.submit, positionPath, context(drafter, { ifMatch: 7 }));
  await expect(late).rejects.toMatchObject(problem(412, "changedMeanwhile", { current: 1 }));
});

test("the tag is the head's version for its own people, and for others how many of its texts they may read", async () => {
  const { positionPath, drafter, signer } = await given.desk();
  const other = await as(await given.memberOf(await given.organization()));
  const tagFor = async (viewer: Viewer) => {
    const asked = context(viewer);
    await call(positions.get, positionPath, asked);
    return asked.context.resHeaders.get("etag");
  };
  const draft = { ...positionPath, stance: "support" as const };
  await call(positions.saveDraft, draft, context(drafter, first));
  await call(positions.signOff, { ...positionPath, decision: "sign_off" }, context(signer, { ifMatch: 1 }));
  await call(positions.saveDraft, { ...draft, stance: "oppose" }, context(drafter, { ifMatch: 2 }));
  expect([await tagFor(drafter), await tagFor(other)]).toEqual(['"3"', '"1"']);
});

test("whoever commits an organization signed in lately, or brings a token made for it", async () => {
  const { positionPath, drafter, organization } = await given.desk();
  const signatory = await given.signatory(organization);
  await call(positions.saveDraft, { ...positionPath, stance: "support" }, context(drafter, first));
  const sign = (viewer: Viewer) =>
    call(positions.signOff, { ...positionPath, decision: "sign_off" }, context(viewer, { ifMatch: 1 }));
  await expect(sign(await as(null))).rejects.toMatchObject(problem(401, "signInFirst"));
  await expect(sign(await as(signatory, { fresh: false }))).rejects.toMatchObject(problem(403, "signInAgain"));
  const narrow = await as(signatory, { token: "draft" });
  await expect(sign(narrow)).rejects.toMatchObject(problem(403, "tokenScopeTooNarrow"));
  expect((await call(positions.get, positionPath, context(narrow))).viewer.needsFreshSignIn).toBe(true);

  const signed = await sign(await as(signatory, { token: "commit" }));
  expect(signed).toMatchObject({ version: 2, standing: { stance: "support" }, viewer: { needsFreshSignIn: false } });
  const { items } = await call(positions.history, positionPath, context(drafter));
  expect(items.map((it) => [it.kind, it.byToken])).toEqual([
    ["signed_off", true],
    ["submitted", true],
    ["drafted", false],
  ]);
});

test("a token for reading drafts nothing", async () => {
  const { positionPath, organization } = await given.desk();
  const reading = await as(await given.representative(organization), { token: "read" });
  const draft = call(positions.saveDraft, { ...positionPath, stance: "support" }, context(reading, first));
  await expect(draft).rejects.toMatchObject(problem(403, "tokenScopeTooNarrow"));
});

test("the list finds by organization, proposition, theme, stance and review, and counts what it finds", async () => {
  const theme = await given.theme();
  const organization = await given.organization();
  const [one, two, three] = await Promise.all([0, 1, 2].map(() => given.proposition({ theme })));
  if (!one || !two || !three) throw new Error("there are three");
  await given.standing({ organization, proposition: one, reviewBy: "2020-01-01" });
  await given.standing({ organization, proposition: two, stance: "oppose" });
  await given.standing({ organization: await given.organization(), proposition: two });
  await given.standing({ organization, proposition: three, visibility: "organization" });
  const reader = await as(await given.memberOf(await given.organization()));
  const found = async (input: object) => {
    const { items, total } = await call(positions.list, { theme: theme.slug, ...input }, context(reader));
    return [total, items.map((it) => `${it.proposition.slug} ${it.standing?.stance} ${it.stale}`)];
  };
  const ours = { organization: organization.slug };
  expect((await found({}))[0]).toBe(3);
  expect((await found(ours))[0]).toBe(2);
  expect(await found({ ...ours, stance: "oppose" })).toEqual([1, [`${two.slug} oppose false`]]);
  expect(await found({ stale: "true" })).toEqual([1, [`${one.slug} support true`]]);
  expect((await found({ stale: "false" }))[0]).toBe(2);
  expect((await found({ proposition: three.slug }))[0]).toBe(0);
  const page = await call(positions.list, { theme: theme.slug, limit: 2 }, context(reader));
  expect([page.items.length, page.total, page.nextCursor === null]).toEqual([2, 3, false]);
});
