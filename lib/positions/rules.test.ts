import { expect, test } from "vitest";
import type { Power } from "@/lib/platform/generated/prisma/enums";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { fc } from "@/tests/support/fast-check";
import { mayDraft, maySignOff } from "../mandates/policy.authority";
import { visibilities } from "./constants";
import {
  addMonths,
  applyStep,
  discardObstacle,
  isStale,
  isWider,
  type LifecycleStep,
  nothingYet,
  type Present,
  replay,
  returnObstacle,
  signingSteps,
  signOffObstacle,
  submissionObstacle,
  visibilityObstacle,
  widerThan,
  withdrawalObstacle,
} from "./rules";

const scope = { organizationId: "ours", themeId: "theme" };

function someone(powers: Power[], organizationId = "ours", themeIds: string[] | null = null): Viewer {
  const words = { authorizedBy: "Board", instrument: "Resolution 1", instrumentDate: "2026-01-01" };
  const names = { slug: organizationId, code: "OO", nameEn: "", nameFr: "" };
  return {
    ...visitor,
    personId: "person",
    representations: [{ ...names, organizationId, status: "member", signOffKind: "delegated" }],
    mandates: [{ id: "mandate", organizationId, powers, themeIds, selfAuthorized: false, ...words }],
  };
}

const people = {
  representative: someone(["draft"]),
  signatory: someone(["draft", "sign_off"]),
  endorser: someone(["endorse", "sign_publicly"]),
  elsewhere: someone(["draft", "sign_off"], "theirs"),
  otherTheme: someone(["draft", "sign_off"], "ours", ["another"]),
};
type Who = keyof typeof people;

const acts = ["draft", "submit", "discard", "sign", "giveBack", "withdraw"] as const;
type Command = { act: (typeof acts)[number]; who: Who };
type TakenStep = LifecycleStep & { who: Who };

/** What the writes do, without a database: what came of a command, if anything. */
function answer({ act, who }: Command, present: Present, revisions: number): TakenStep[] {
  const viewer = people[who];
  const draft = present.draft ?? 0;
  const toSteps = (kinds: LifecycleStep["kind"][], revision: number) => kinds.map((kind) => ({ kind, revision, who }));
  const drafts = mayDraft(viewer, scope);
  const signs = maySignOff(viewer, scope);
  if (act === "draft") return drafts ? toSteps(["drafted"], revisions + 1) : [];
  if (act === "submit") return drafts && !submissionObstacle(present) ? toSteps(["submitted"], draft) : [];
  if (act === "discard") return drafts && !discardObstacle(present) ? toSteps(["discarded"], draft) : [];
  if (act === "sign") return signs && !signOffObstacle(present, 1, 1) ? toSteps(signingSteps(present), draft) : [];
  if (act === "giveBack") return signs && !returnObstacle(present) ? toSteps(["returned"], draft) : [];
  return signs && !withdrawalObstacle(present) ? toSteps(["withdrawn"], present.standing ?? 0) : [];
}

function run(commands: readonly Command[]) {
  let present = nothingYet;
  const history: TakenStep[] = [];
  for (const command of commands) {
    const revisions = history.filter((it) => it.kind === "drafted").length;
    for (const step of answer(command, present, revisions)) {
      present = applyStep(present, step);
      history.push(step);
    }
  }
  return { present, history };
}

const command = fc.record({
  act: fc.constantFrom(...acts),
  who: fc.constantFrom(...(Object.keys(people) as Who[])),
});
const sequences = fc.array(command, { maxLength: 60 });
const fixed = { seed: 2007, numRuns: 500 };

test("the history, told from its beginning, is the present", () => {
  fc.assert(
    fc.property(sequences, (commands) => {
      const { present, history } = run(commands);
      expect(replay(history)).toEqual(present);
    }),
    fixed,
  );
});

test("no sequence of commands makes a stance without a signatory", () => {
  fc.assert(
    fc.property(sequences, (commands) => {
      const { present, history } = run(commands);
      if (present.standing === null) return;
      const signed = history.findLast((it) => it.kind === "signed_off");
      expect(signed).toMatchObject({ revision: present.standing, who: "signatory" });
    }),
    fixed,
  );
  const signatures = fc.array(
    command.filter(({ who }) => who !== "signatory"),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(signatures, (commands) => {
      expect(run(commands).present.standing).toBeNull();
    }),
    fixed,
  );
});

test("what was withdrawn never counts until it is signed again", () => {
  fc.assert(
    fc.property(sequences, (commands) => {
      const { present, history } = run(commands);
      const last = history.findLast((it) => it.kind === "signed_off" || it.kind === "withdrawn");
      expect(present.standing === null).toBe(last?.kind !== "signed_off");
    }),
    fixed,
  );
});

test("a new draft, its return and its discarding never move what stands", () => {
  fc.assert(
    fc.property(sequences, fc.constantFrom("drafted", "submitted", "returned", "discarded"), (commands, kind) => {
      const { present } = run(commands);
      expect(applyStep(present, { kind, revision: 99 }).standing).toBe(present.standing);
    }),
    fixed,
  );
});

test("a draft for earlier words is turned away, not moved", () => {
  const drafted: Present = { standing: null, draft: 1, draftState: "submitted" };
  expect(signOffObstacle(drafted, 1, 2)).toBe("wordsChanged");
  expect(signOffObstacle(drafted, 2, 2)).toBeNull();
});

test("only what stands is shown to more; narrowing asks for nothing but a text", () => {
  const withdrawn: Present = nothingYet;
  const stands: Present = { standing: 1, draft: null, draftState: null };
  expect(visibilityObstacle(withdrawn, null, "network")).toBe("nothingStands");
  for (const from of visibilities) {
    for (const to of visibilities) {
      const same = from === to ? "sameVisibility" : null;
      expect(visibilityObstacle(stands, from, to)).toBe(same);
      expect(visibilityObstacle(withdrawn, from, to)).toBe(isWider(to, from) ? "notTheStandingText" : same);
      expect(widerThan(from).includes(to)).toBe(isWider(to, from));
    }
  }
});

test("a position is stale the day after its review date", () => {
  expect(isStale("2027-03-01", "2027-03-01")).toBe(false);
  expect(isStale("2027-03-01", "2027-03-02")).toBe(true);
  expect(isStale(null, "2027-03-02")).toBe(false);
});

test("a year later is the same day, or the last of its month", () => {
  expect(addMonths("2026-11-23", 12)).toBe("2027-11-23");
  expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
  expect(addMonths("2026-12-31", 2)).toBe("2027-02-28");
});
