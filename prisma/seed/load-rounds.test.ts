import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { clauseMarks, roundNextSteps, roundStates } from "@/lib/talking-points/constants";
import { getWalkAway } from "@/lib/talking-points/read.marks";
import { listRounds } from "@/lib/talking-points/read.rounds";
import type { Viewer } from "@/lib/viewer/schema";
import { as } from "@/tests/support/builders";
import { loadDemonstration } from "./load-demonstration";
import { readDemonstration } from "./read-demonstration";
import { readReport } from "./read-report";

const demonstration = readDemonstration();
const { marks, rounds } = demonstration.talkingPoints;
const asEmail = async (email: string): Promise<Viewer> =>
  as(await db.person.findUniqueOrThrow({ where: { email: `${email}@demo.example` } }));
let [reader, convener]: Viewer[] = [];

beforeAll(async () => {
  await loadDemonstration(demonstration, readReport());
  [reader, convener] = [await asEmail("signatory.saltmarsh"), await asEmail("convener")];
});
const readers = () => {
  if (!reader || !convener) throw new Error("nobody reads");
  return { reader, convener };
};

test("the demonstration has every mark and round of its files, once, and every kind of them occurs", async () => {
  await loadDemonstration(demonstration, readReport());
  expect(await db.clauseMark.count()).toBe(marks.length);
  expect(await db.noObjectionRound.count()).toBe(rounds.length);
  const said = await db.clauseMark.groupBy({ by: ["mark"] });
  expect(new Set(said.map(({ mark }) => mark))).toEqual(new Set(clauseMarks));
  const states = await db.noObjectionRound.groupBy({ by: ["state"] });
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(roundStates));
  const next = await db.noObjectionRound.groupBy({ by: ["nextStep"], where: { nextStep: { not: null } } });
  expect(next.map(({ nextStep }) => nextStep).every((it) => it !== null && roundNextSteps.includes(it))).toBe(true);
  // What is planned or runs waits for the worker.
  const jobs = await db.$queryRaw<unknown[]>`
    SELECT FROM graphile_worker.jobs WHERE task_identifier = 'advance_round' AND run_at > now()`;
  expect(jobs).toHaveLength(rounds.filter(({ state }) => state === "planned" || state === "running").length);
});

test("only members that are asked have marked, and each reads its own marks alone", async () => {
  const { convener } = readers();
  for (const slug of new Set(marks.map((it) => it.slug))) {
    const view = await getWalkAway(convener, { id: slug });
    const counted = view.convener?.clauses.flatMap((clause) => clause.marks).length;
    expect([slug, counted]).toEqual([slug, marks.filter((it) => it.slug === slug).length]);
    const lost = view.convener?.now.filter(({ standing }) => standing === "leaves" || standing === "doesNotSign");
    const redLines = marks.filter((it) => it.slug === slug && (it.mark === "cannot_sign" || it.mark === "would_leave"));
    expect(lost?.map(({ organization }) => organization.slug)).toEqual(
      [...new Set(redLines.map((it) => it.organization))].sort(),
    );
  }
});

test("members read of the first clause of 'four crimes' that somebody has a red line, and not whose", async () => {
  const { reader } = readers();
  const read = await getWalkAway(reader, { id: "four-crimes-exactly" });
  expect(read.clauses.map(({ redLine }) => redLine)).toEqual([true, false, true, false, false]);
  const others = marks.filter((it) => it.slug === "four-crimes-exactly" && it.organization !== "saltmarsh");
  for (const { organization } of others) expect(JSON.stringify(read)).not.toContain(organization);
});

test("Kettle Rapids is named as the one that stopped a round; who stopped 'train to protect' is not", async () => {
  const { reader, convener } = readers();
  const [named] = (await listRounds(reader, { id: "no-licence-for-force" })).rounds;
  expect(named).toMatchObject({ state: "stopped", objection: { by: { slug: "kettle-rapids" } }, nextStep: "reword" });
  const hidden = await listRounds(reader, { id: "train-to-protect" });
  expect(hidden.rounds).toMatchObject([{ state: "stopped", objection: { by: null }, nextStep: "listed_names" }]);
  expect(JSON.stringify(hidden)).not.toContain("still-waters");
  const [known] = (await listRounds(convener, { id: "train-to-protect" })).rounds;
  expect(known?.objection?.by?.slug).toBe("still-waters");
  const [passed] = (await listRounds(reader, { id: "hold-to-2005" })).rounds;
  expect(passed?.result).toEqual({ noObjection: 11, stoodAside: 1, unreachable: 2 });
});
