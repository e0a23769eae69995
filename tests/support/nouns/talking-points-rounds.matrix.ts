import { transact } from "@/lib/platform/db/client";
import type { WalkAway } from "@/lib/talking-points/schema.marks";
import type { Rounds } from "@/lib/talking-points/schema.rounds";
import { addMark, addObjection, addRound, type BuiltRounds, insertRounds, noRounds } from "@/prisma/seed/build-round";
import type { BuiltPoint } from "@/prisma/seed/build-talking-point";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import { act, type Made, on, pointOf, there } from "@/tests/support/matrix/points";
import type { MatrixWorld } from "@/tests/support/matrix/world";

/** A round that ours opened on its own point, and what was said of it; `change` is for what is built beside the point. */
const onRound = (state: "running" | "stopped", request: (made: Made, world: MatrixWorld) => RequestSpec) =>
  withRounds(
    (rounds, built, { ours }) => {
      const opensAt = new Date(Date.now() - 3_600_000);
      const closesAt = new Date(Date.now() + 200 * 3_600_000);
      const opened = { version: 1, organizationId: ours.id, opensAt, closesAt };
      const stopped = state === "stopped" ? { endedAt: opensAt } : {};
      const round = addRound(rounds, built, { ...opened, ...stopped, state });
      const objection = { organizationId: ours.id, named: false, reasonEn: "Not so." };
      if (state === "stopped") addObjection(rounds, round, objection, act(built.versions[0]?.authorId ?? ""));
    },
    (made, world) => ({ params: { id: made.id, round: "1" }, ...request(made, world) }),
  );

/** A mark of ours on the first clause. */
const onMark = (request: (made: Made, world: MatrixWorld) => RequestSpec) =>
  withRounds((rounds, built, { ours }) => {
    const marked = { version: 1, clauseKey: "clause-1", organizationId: ours.id, mark: "would_leave" } as const;
    addMark(rounds, built, marked, act(built.versions[0]?.authorId ?? ""));
  }, request);

type AddRounds = (rounds: BuiltRounds, built: BuiltPoint, world: MatrixWorld) => void;
function withRounds(add: AddRounds, request: (made: Made, world: MatrixWorld) => RequestSpec): RequestSpecs[string] {
  return async (world) => {
    const rounds = noRounds();
    const made = await pointOf(world, { change: (built) => add(rounds, built, world) });
    await transact((tx) => insertRounds(tx, rounds));
    return {
      params: { id: made.id, clause: "clause-1", organization: world.ours.slug },
      ...request(made, world),
    };
  };
}

const marking = (made: Made) => ({ version: 1, digest: made.digest, mark: "cannot_sign" });
const objecting = ({ digest }: Made, { ours }: MatrixWorld) => ({
  ...{ onBehalfOf: ours.slug, version: 1, digest, reason: { en: "Not so." } },
});

export const part: RequestSpecs = {
  "talkingPoints.marks.walkAway opened": on({}, there),
  "talkingPoints.marks.walkAway draft": on({ status: "draft" }, there),
  "talkingPoints.marks.walkAway own": onMark((_, { ours }) => ({
    sees: (it) =>
      (it as WalkAway).own.some(({ organization, marks }) => organization.slug === ours.slug && marks.length > 0),
  })),
  "talkingPoints.marks.walkAway names": onMark(() => ({
    sees: (it) => (it as WalkAway).convener?.clauses.some(({ marks }) => marks.length > 0) ?? false,
  })),
  "talkingPoints.marks.set ours": on({}, (made) => ({ body: marking(made) })),
  "talkingPoints.marks.set by-another": on({}, (made) => ({
    params: { id: made.id, clause: "clause-1", organization: "matrix-another" },
    body: marking(made),
  })),
  "talkingPoints.rounds.list opened": on({}, there),
  "talkingPoints.rounds.list draft": on({ status: "draft" }, there),
  "talkingPoints.rounds.list objector": onRound("stopped", () => ({
    sees: (it) => (it as Rounds).rounds.some(({ objection }) => objection?.by),
  })),
  "talkingPoints.rounds.list may-open": on({}, () => ({ sees: (it) => (it as Rounds).viewer.opens.length > 0 })),
  "talkingPoints.rounds.open ours": on({}, (made, { ours }) => ({
    body: { onBehalfOf: ours.slug, version: 1, digest: made.digest },
  })),
  "talkingPoints.rounds.object running": onRound("running", (made, world) => ({ body: objecting(made, world) })),
  "talkingPoints.rounds.decide stopped": onRound("stopped", (_, { ours }) => ({
    body: { onBehalfOf: ours.slug, nextStep: "reword" },
  })),
};
