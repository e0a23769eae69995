import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { digestOfText } from "@/lib/platform/text/digest";
import {
  amendmentKinds,
  amendmentStates,
  handlings,
  responses,
  talkingPointStatuses,
  usages,
} from "@/lib/talking-points/constants";
import { listTalkingPoints } from "@/lib/talking-points/read";
import { listAmendments } from "@/lib/talking-points/read.amendments";
import { previewConsolidation } from "@/lib/talking-points/read.consolidation";
import { getTalkingPoint } from "@/lib/talking-points/read.detail";
import { standingOf } from "@/lib/talking-points/rules.handling";
import { toPrintedText } from "@/lib/talking-points/rules.text";
import { talkingPointsInput } from "@/lib/talking-points/schema";
import { amendmentsInput } from "@/lib/talking-points/schema.amendments";
import type { Viewer } from "@/lib/viewer/schema";
import { as } from "@/tests/support/builders";
import { loadDemonstration } from "./load-demonstration";
import { readDemonstration } from "./read-demonstration";
import { readReport } from "./read-report";

const { talkingPoints: files, ...demonstration } = readDemonstration();
const asEmail = async (email: string): Promise<Viewer> =>
  as(await db.person.findUniqueOrThrow({ where: { email: `${email}@demo.example` } }));
let reader: Viewer;

beforeAll(async () => {
  await loadDemonstration({ ...demonstration, talkingPoints: files }, readReport());
  reader = await asEmail("signatory.saltmarsh");
});

test("the demonstration has every talking point, version, clause and answer of its files, once", async () => {
  const again = await loadDemonstration({ ...demonstration, talkingPoints: files }, readReport());
  expect(again.talkingPoints).toBe(0);
  expect(await db.talkingPoint.count()).toBe(files.points.length);
  expect(await db.talkingPointVersion.count()).toBe(files.versions.length);
  expect(await db.talkingPointClause.count()).toBe(files.clauses.length);
  expect(await db.office.count()).toBe(files.offices.length);
  const answered = files.answers.filter(({ state }) => state !== "signed_once").length;
  expect(await db.endorsementStep.count({ where: { kind: { in: ["given", "confirmed"] } } })).toBe(answered);
  const versions = await db.talkingPointVersion.findMany({ include: { clauses: { orderBy: { number: "asc" } } } });
  for (const it of versions) expect(digestOfText(toPrintedText(it, it.clauses))).toBe(it.digest);
});

test("every status, answer, usage and parity occurs, and 'usable' is of the version that the files name", async () => {
  const { items } = await listTalkingPoints(reader, talkingPointsInput.parse({}), "en");
  // A draft is its own organization's.
  expect(items).toHaveLength(files.points.filter(({ status }) => status !== "draft").length);
  const own = await listTalkingPoints(await asEmail("rep.red-cedar"), talkingPointsInput.parse({}), "fr");
  expect(new Set(own.items.map(({ status }) => status))).toEqual(new Set(talkingPointStatuses));
  for (const it of items) {
    const row = files.points.find(({ slug }) => slug === it.slug);
    expect([it.slug, it.status, it.usableVersion]).toEqual([it.slug, row?.status, row?.usable_version ?? null]);
    expect([it.slug, it.stale]).toEqual([it.slug, (row?.review_in_days ?? 0) < 0]);
  }
  const answers = await db.endorsementStep.findMany();
  expect(new Set(answers.map(({ response }) => response))).toEqual(new Set(responses));
  expect(new Set(answers.map(({ usage }) => usage))).toEqual(new Set(usages));
  const states = await db.talkingPointParity.groupBy({ by: ["parity"] });
  expect(states.map(({ parity }) => parity).sort()).toEqual(["disputed", "equal"]);
});

test("every amendment is there in the state that the files name, and each state, kind and handling occurs", async () => {
  const rows = await db.amendment.findMany({ include: { steps: { orderBy: { number: "asc" } }, organization: true } });
  expect(rows).toHaveLength(files.amendments.length);
  expect(rows.map((it) => `${it.summaryEn} ${it.state}`).sort()).toEqual(
    files.amendments.map((it) => `${it.summary_en} ${it.state}`).sort(),
  );
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(amendmentStates));
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(amendmentKinds));
  const steps = rows.flatMap((it) => it.steps);
  expect(new Set(steps.flatMap(({ handling }) => handling ?? []))).toEqual(new Set(handlings));
  for (const it of rows.filter(({ state }) => state !== "draft")) {
    expect([it.summaryEn, standingOf(it.steps).state]).toEqual([it.summaryEn, it.state]);
    const moments = it.steps.map(({ at }) => at.getTime());
    expect([it.summaryEn, ...moments]).toEqual([it.summaryEn, ...[...moments].sort((one, other) => one - other)]);
    const row = files.amendments.find(({ summary_en }) => summary_en === it.summaryEn);
    const taken = it.steps.find(({ fate }) => fate === "accepted" || fate === "accepted_with_changes");
    expect([it.summaryEn, taken?.version ?? null]).toEqual([it.summaryEn, row?.consolidated_in ?? null]);
  }
});

test("two amendments that change the same words of the clause are shown as a set, and one waits for the next version", async () => {
  const { items } = await listAmendments(
    reader,
    amendmentsInput.parse({ id: "no-licence-for-force", settled: "false" }),
  );
  const named = (id: string) => items.find((it) => it.id === id)?.organization.slug;
  const sets = items.map((it) => [it.organization.slug, it.conflicts.map(named)]).filter(([, set]) => set?.length);
  expect(sets).toEqual([
    ["lodestar-law", ["quorum-campus"]],
    ["quorum-campus", ["lodestar-law"]],
  ]);
  const waiting = await previewConsolidation(reader, { id: "answer-misuse" });
  expect(waiting).toMatchObject({ obstacle: null, number: 2, viewer: { pens: [] } });
  expect(waiting.amendments).toHaveLength(1);
});

test("a disputed clause that is older than two working days prints as disputed and blocks nobody", async () => {
  const point = await getTalkingPoint(reader, "no-licence-for-force");
  const disputed = point.text.clauses.filter(({ parity }) => parity.state === "disputed");
  expect(disputed.map(({ key, parity }) => [key, parity.waitsUntil])).toEqual([["say-so", null]]);
  expect(point).toMatchObject({ status: "usable", number: 3, obstacle: null, equal: false });
  // A contest, and answers that were left with the words they were given for.
  expect(point.text.contests.map(({ organization }) => organization.slug)).toEqual(["small-shoulders"]);
  expect(point.endorsements.length + point.notAnswered.length).toBe(14);
});

test("Two Rivers signed once: its answer counts for nothing, and only its own people read it", async () => {
  const point = await getTalkingPoint(reader, "no-licence-for-force");
  const current = point.endorsements.filter(
    ({ organization, version }) => organization.slug === "two-rivers" && version === 3,
  );
  expect(current).toEqual([]);
  const theirs = await getTalkingPoint(await asEmail("signatory.two-rivers-elders"), "no-licence-for-force");
  expect(theirs.viewer.organizations).toMatchObject([{ signatures: 2, waiting: { version: 3, mine: false } }]);
});

test("Lodestar alone endorses what its own register opposes, and is warned of it: of nothing but 'oppose'", async () => {
  const rows = await db.$queryRaw<{ organization: string; point: string; proposition: string }[]>`
    SELECT o."slug" AS "organization", p."slug" AS "point", q."slug" AS "proposition"
    FROM "EndorsementStep" s JOIN "TalkingPoint" p ON p."id" = s."talkingPointId" JOIN "Organization" o ON o."id" = s."organizationId"
    JOIN "TalkingPointProposition" c ON c."talkingPointId" = s."talkingPointId" AND c."version" = s."version"
    JOIN "Proposition" q ON q."id" = c."propositionId"
    JOIN "Position" h ON h."organizationId" = s."organizationId" AND h."propositionId" = c."propositionId"
    WHERE s."response" IN ('endorse', 'endorse_with_reservation') AND s."kind" <> 'withdrawn' AND h."standingStance" = 'oppose'`;
  expect(rows).toEqual([{ organization: "lodestar-law", point: "one-breath", proposition: "broad-public-definition" }]);
  const { viewer } = await getTalkingPoint(await asEmail("signatory.lodestar-law"), "one-breath");
  expect(viewer.organizations.map(({ opposes }) => opposes.map((it) => [it.proposition, it.stance]))).toEqual([
    [["broad-public-definition", "oppose"]],
  ]);
});
