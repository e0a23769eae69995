import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { HomeRow } from "@/lib/home/rules.rows";
import type { OrganizationTasks } from "@/lib/home/schema";
import { en } from "@/locales/en";
import { fr } from "@/locales/fr";

vi.mock("./ask-button", () => ({
  AskButton: ({ label }: { label: string }) => <button type="button">{label}</button>,
}));
const { TaskList } = await import("./task-list");

const some = { total: 0, items: [] };
const tasksOf = (given: Partial<OrganizationTasks>): OrganizationTasks => ({
  organization: {
    slug: "northern-lantern",
    code: "NL",
    name: { en: "Northern Lantern", fr: "Lanterne du Nord" },
    short: { en: "Northern Lantern", fr: "Lanterne du Nord" },
  },
  status: "member",
  mayDraft: true,
  mandate: null,
  signing: { changes: some, ending: some, missing: null, recovery: null },
  ...{ awaitingSignOff: some, returned: some, review: some, notRecorded: some, leftOpen: some },
  ...{ earlierWording: some, undecided: some },
  briefings: {
    poll: { total: 0, items: [] },
    items: { total: 0, items: [] },
    attendance: { total: 0, items: [] },
    update: { total: 0, items: [] },
  },
  talkingPoints: {
    ...{ answer: some, confirm: some, countersign: some, translate: some, round: some, mark: some },
    ...{ handle: some, reply: some, comments: some },
  },
  said: { counts: {} as OrganizationTasks["said"]["counts"], notRecorded: 40, propositions: 40, public: 0, stale: 0 },
  ...given,
});

const markUp = (locale: "en" | "fr", given: Partial<OrganizationTasks>, tasks: readonly HomeRow[] = []) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === "fr" ? fr : en} timeZone="America/Toronto">
      <TaskList organizationTasks={tasksOf(given)} tasks={tasks} now={new Date("2026-11-30T12:00:00Z")} />
    </NextIntlClientProvider>,
  );
const write = (...given: Parameters<typeof markUp>) => markUp(...given).replaceAll(/<[^>]+>/g, " ");

const readText = (notRecorded: number) => ({ ...tasksOf({}).said, notRecorded });

test("that every proposition is answered is said only where it is, and a draft is no answer", () => {
  const every = /has answered every proposition/;
  expect(write("en", { said: readText(0) })).toMatch(every);
  expect(write("en", { said: readText(3) })).toMatch(
    /On 3 propositions Northern Lantern has a draft and no position yet/,
  );
  for (const given of [
    { said: readText(3) },
    { mayDraft: false, mandate: { givers: ["Colm Haverty"], self: false, requestedAt: null } },
    { mayDraft: false, mandate: { givers: [], self: false, requestedAt: null } },
    { status: "observer" as const, mayDraft: false },
  ])
    expect(write("en", given)).not.toMatch(every);
});

test("who may not draft reads who can give a mandate with the way to ask, and then that they asked", () => {
  const mandate = { givers: ["Colm Haverty"], self: false, requestedAt: null };
  const before = write("en", { mayDraft: false, mandate });
  expect(before).toMatch(/You cannot draft for Northern Lantern yet\. Colm Haverty can give you a mandate\./);
  expect(before).toMatch(/Ask for a mandate/);
  const after = write("fr", { mayDraft: false, mandate: { ...mandate, requestedAt: "2026-11-30T12:00:00.000Z" } });
  expect(after).toMatch(/Vous avez demandé un mandat le 30 novembre 2026\./);
  expect(after).not.toMatch(/Demander un mandat/);
});

test("a long list of changes to confirm, or of mandates that end soon, leads to the page that has all of them", () => {
  const signing = { changes: { total: 12, items: [] }, ending: { total: 1, items: [] }, missing: null, recovery: null };
  const row: HomeRow = { kind: "missing", key: "a", day: null, waiting: false, needed: 2 };
  const html = markUp("en", { signing }, [row]);
  const all = /<a [^>]*href="[^"]*\/organizations\/northern-lantern\/mandates"[^>]*>([^<]*)<\/a>/g;
  expect([...html.matchAll(all)].map(([, text]) => text)).toEqual([
    "12 more changes wait to be confirmed",
    "1 more mandate ends soon",
  ]);
  expect(write("fr", { signing }, [row])).toMatch(/12 autres changements attendent d’être confirmés/);
});
