import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { digestOfReservation } from "@/lib/positions/read.annotations";
import { given } from "@/tests/support/builders";
import { browserOf, rest } from "@/tests/support/identities";
import { statusAndDetailOf, whileWaiting } from "@/tests/support/while-waiting";

type World = Awaited<ReturnType<typeof build>>;

async function build() {
  const { organization, proposition, positionPath, drafter } = await given.desk();
  const path = `/positions/${positionPath.organization}/${positionPath.proposition}`;
  const as = await browserOf(await given.signatory(organization));
  const friend = await given.memberOf(organization);
  const there = { organization: await given.organization(), proposition };
  const theirs = await given.standing({ ...there, stance: "support_with_reservation" });
  const { slug: theme } = await db.theme.findUniqueOrThrow({ where: { id: proposition.themeId } });
  return { organization, proposition, path, as, friend, drafter, there, theirs, theme };
}

const lockOrganization = ({ organization }: World, tx: typeof db) =>
  tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organization.id}::uuid FOR UPDATE`;
const lockPosition = ({ organization }: World, tx: typeof db) =>
  tx.$queryRaw`SELECT 1 FROM "Position" WHERE "organizationId" = ${organization.id}::uuid FOR UPDATE`;
const lockTheirs = ({ theirs }: World, tx: typeof db) =>
  tx.$queryRaw`SELECT 1 FROM "Position" WHERE "id" = ${theirs.id}::uuid FOR UPDATE`;

const draftBody = { stance: "support", rationale: { en: "Because." }, visibility: "network" };
const drafted = ({ path, as }: World) => rest("PUT", path, { as, headers: { "if-none-match": "*" }, body: draftBody });
const stood = ({ organization, proposition }: World) => given.standing({ organization, proposition });
const seen = (version: number) => ({ "if-match": `"${version}"` });
const once = () => ({ "idempotency-key": randomUUID() });
const authority = { authorizedBy: { en: "Board" }, instrument: { en: "Resolution 9" }, instrumentDate: "2026-01-15" };

type Act = {
  before?: (world: World) => Promise<unknown>;
  lock: (world: World, tx: typeof db) => Promise<unknown>;
  ask: (world: World) => Promise<Response>;
};

const acts: Record<string, Act> = {
  "signing a draft off": {
    before: drafted,
    lock: lockPosition,
    ask: ({ path, as }) => rest("POST", `${path}/sign-off`, { as, headers: seen(1), body: { decision: "sign_off" } }),
  },
  "saving a draft": {
    before: drafted,
    lock: lockPosition,
    ask: ({ path, as }) => rest("PUT", path, { as, headers: seen(1), body: { ...draftBody, stance: "oppose" } }),
  },
  "withdrawing what stands": {
    before: stood,
    lock: lockPosition,
    ask: ({ path, as }) => rest("POST", `${path}/withdrawal`, { as, body: {} }),
  },
  "explaining a position": {
    before: stood,
    lock: lockPosition,
    ask: ({ path, as }) =>
      rest("PUT", `${path}/explanation`, { as, headers: seen(0), body: { revision: 1, text: { en: "We train." } } }),
  },
  "joining another's reservation": {
    lock: lockTheirs,
    ask: ({ there, proposition, organization, as }) => {
      const text = { propositionVersion: 1, reservationEn: "Except by force.", reservationFr: null };
      const digest = digestOfReservation(proposition.slug, text);
      const path = `/positions/${there.organization.slug}/${proposition.slug}/joins`;
      return rest("POST", path, { as, headers: once(), body: { onBehalfOf: organization.slug, digest } });
    },
  },
  "giving a mandate": {
    lock: lockOrganization,
    ask: ({ organization, friend, as }) => {
      const body = { person: friend.id, powers: ["draft"], ...authority };
      return rest("POST", `/organizations/${organization.slug}/mandates`, { as, headers: once(), body });
    },
  },
  "inviting somebody": {
    lock: lockOrganization,
    ask: ({ organization, as }) => {
      const body = { email: `${randomUUID()}@test.example` };
      return rest("POST", `/organizations/${organization.slug}/people`, { as, headers: once(), body });
    },
  },
  "removing somebody": {
    lock: lockOrganization,
    ask: ({ organization, friend, as }) =>
      rest("DELETE", `/organizations/${organization.slug}/people/${friend.id}`, { as }),
  },
  "changing the profile": {
    lock: lockOrganization,
    ask: ({ organization, as }) =>
      rest("PATCH", `/organizations/${organization.slug}`, { as, headers: seen(1), body: { province: "QC" } }),
  },
  "proposing a proposition": {
    lock: lockOrganization,
    ask: ({ organization, theme, as }) => {
      const pair = (text: string) => ({ en: text, fr: text });
      const said = {
        title: pair("Train monitors"),
        statement: pair("Canada should train monitors."),
        reason: pair(""),
      };
      const body = { organization: organization.slug, theme, regimeArea: "practice", ...said };
      return rest("POST", "/propositions", { as, headers: once(), body });
    },
  },
};

const becomes = (data: object) => (world: World, tx: typeof db) =>
  tx.organization.update({ where: { id: world.organization.id }, data });
const events = {
  "is suspended": {
    happen: becomes({ status: "suspended" }),
    answer: [403, expect.stringMatching("ended a moment ago")],
  },
  leaves: { happen: becomes({ status: "left" }), answer: [403, expect.stringMatching("ended a moment ago")] },
  "has two sign from now on": {
    happen: becomes({ signOffKind: "joint" }),
    answer: [409, expect.stringMatching("rule of your organization changed")],
  },
};

let world: World;
beforeEach(async () => {
  await db.rateWindow.deleteMany({});
  world = await build();
});

const cases = Object.entries(events).flatMap(([event, what]) =>
  Object.entries(acts).map(([name, act]) => [name, event, { ...what, ...act }] as const),
);

test.each(cases)("%s waits while the organization %s, and does nothing then", async (_, __, {
  before,
  lock,
  ask,
  ...event
}) => {
  await before?.(world);
  const recorded = await db.activity.count();
  const answer = await whileWaiting(
    (tx) => lock(world, tx),
    () => ask(world),
    (tx) => event.happen(world, tx),
  );
  expect(await statusAndDetailOf(answer)).toEqual(event.answer);
  expect(await db.activity.count()).toBe(recorded);
});

test.each(Object.entries(acts))("%s that waited for its turn alone is done", async (_, { before, lock, ask }) => {
  await before?.(world);
  const answer = await whileWaiting(
    (tx) => lock(world, tx),
    () => ask(world),
    () => Promise.resolve(),
  );
  expect(answer.status).toBeLessThan(300);
});

test("an organization is not suspended before a signature that came first is stored", async () => {
  await drafted(world);
  const { id } = world.organization;
  const sign = acts["signing a draft off"]?.ask(world);
  await db.organization.update({ where: { id }, data: { status: "suspended" } });
  const signed = (await sign)?.status;
  const { standing } = await db.position.findFirstOrThrow({ where: { organizationId: id } });
  expect([signed, standing]).toEqual(signed === 200 ? [200, 1] : [expect.any(Number), null]);
});
