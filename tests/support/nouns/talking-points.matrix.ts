import { transact } from "@/lib/platform/db/client";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import type { Amendment } from "@/lib/talking-points/schema.amendments";
import type { OwnEndorsement } from "@/lib/talking-points/schema.endorsements";
import type { WalkAway } from "@/lib/talking-points/schema.marks";
import type { Rounds } from "@/lib/talking-points/schema.rounds";
import { addMark, addObjection, addRound, type BuiltRounds, insertRounds, noRounds } from "@/prisma/seed/build-round";
import { addVersion, type BuiltPoint } from "@/prisma/seed/build-talking-point";
import { type AmendmentOptions, buildAmendment } from "@/tests/support/build-amendments";
import { buildPoint, type PointOptions, versionFields } from "@/tests/support/build-points";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import type { MatrixWorld } from "@/tests/support/matrix/world";

type Options = Partial<PointOptions>;
const pointOf = ({ ours, writing }: MatrixWorld, options: Options = {}) =>
  buildPoint({ organization: ours, theme: writing, ...options });
type Made = Awaited<ReturnType<typeof pointOf>>;

const seen = { headers: { "if-match": '"1"' } };
const clause = { kind: "key_message", text: { en: "In other words.", fr: "En d’autres mots." } };
const act = (by: string) => ({
  ...{ by, at: new Date(), mandate: { authorizedBy: "Board", instrument: "Resolution 7", instrumentDate: new Date() } },
});

/** A second version, whose first clause was claimed to be changed editorially; with `opened`, the network reads it alone. */
const again =
  ({ ours }: MatrixWorld, opened = false) =>
  (built: BuiltPoint) => {
    const [version] = built.versions;
    const fields = versionFields({ organization: ours, title: "Again", slug: "again", clauses: 2 });
    const themeIds = built.themes.map(({ themeId }) => themeId);
    const claims = { change: "editorial" as const, editorialClauses: ["clause-1"] };
    addVersion(built, { ...fields, ...claims, themeIds, propositionIds: [] }, act(version?.authorId ?? ""));
    if (opened) built.point.openedVersion = 2;
  };

/** On a point made for this one request. */
const on =
  (
    options: Options | ((world: MatrixWorld) => Options),
    request: (made: Made, world: MatrixWorld) => RequestSpec,
  ): RequestSpecs[string] =>
  async (world) => {
    const made = await pointOf(world, typeof options === "function" ? options(world) : options);
    return {
      params: { id: made.id, number: "1", clause: "clause-1", organization: world.ours.slug },
      ...request(made, world),
    };
  };

const there = () => ({});
const hidden = (world: MatrixWorld): Options => ({ change: again(world, true) });
const listing = (options: Options) =>
  on(options, ({ slug }) => ({ params: {}, query: { q: slug }, sees: (_, text) => text.includes(`"${slug}"`) }));

const right = (of: (own: OwnEndorsement) => boolean): RequestSpecs[string] =>
  on({}, (_, { ours }) => ({
    sees: (it) =>
      (it as TalkingPointDetail).viewer.organizations.some((own) => own.organization.slug === ours.slug && of(own)),
  }));

const written = ({ ours }: MatrixWorld) => ({
  ...{ onBehalfOf: ours.slug, title: { en: "A line" }, clauses: [clause], summary: { en: "Other words." } },
});
const answered = (made: Made, { ours }: MatrixWorld) => ({
  ...{ version: 1, digest: made.digest, onBehalfOf: ours.slug, response: "endorse", usage: "will_use" },
});
const endorsed = ({ ours }: MatrixWorld): Options => ({ answers: [{ organization: ours }] });
const reserved = ({ quiet }: MatrixWorld): Options => ({
  answers: [{ organization: quiet, response: "endorse_with_reservation" }],
});

/** A reservation of another organization's that ours joined. */
const joined = (world: MatrixWorld): Options => ({
  ...reserved(world),
  change: (built) => {
    const [answer] = built.answers;
    if (!answer) throw new Error("nobody answered");
    const { talkingPointId, organizationId, number, authorizedBy, instrument, instrumentDate, actorId, at } = answer;
    const signed = { authorizedBy, instrument, instrumentDate, actorId, at };
    const key = { talkingPointId, organizationId, step: number, joinedById: world.ours.id };
    built.joins.push({ ...key, number: 1, kind: "given", ...signed });
  },
});

/** An amendment on a point that ours leads, or on one of another organization's. */
const amended =
  (
    options: Omit<Partial<AmendmentOptions>, "organization"> & { by?: "ours" | "quiet"; ledBy?: "ours" | "quiet" },
    request: (amendment: string, world: MatrixWorld) => RequestSpec,
  ): RequestSpecs[string] =>
  async (world) => {
    const { by = "ours", ledBy = "ours", ...rest } = options;
    const point = await pointOf(world, { organization: world[ledBy] });
    const handledBy = options.handling ? { handledBy: world[ledBy] } : {};
    const { id } = await buildAmendment({ ...rest, ...handledBy, point, organization: world[by] });
    return { params: { id: point.id, amendment: id }, ...request(id, world) };
  };

const listed: RequestSpecs[string] = amended({ ledBy: "quiet" }, (id) => ({ sees: (_, text) => text.includes(id) }));
const wording = { kind: "words", clause: "clause-1", words: { en: "Others." } };
const saying = { summary: { en: "Other words" }, reason: { en: "They are clearer." } };
const amending = ({ ours }: MatrixWorld) => ({
  body: { onBehalfOf: ours.slug, version: 1, ...wording, ...saying, open: true },
});
const isMine =
  (of: (viewer: Amendment["viewer"], world: MatrixWorld) => boolean) => (_: string, world: MatrixWorld) => ({
    sees: (it: unknown) => of((it as Amendment).viewer, world),
  });

export const part: RequestSpecs = {
  "talkingPoints.amendments.list opened": listed,
  "talkingPoints.amendments.list draft": amended({ ledBy: "quiet", draft: true }, (id) => ({
    sees: (_, text) => text.includes(id),
  })),
  "talkingPoints.amendments.get opened": amended({}, there),
  "talkingPoints.amendments.get draft": amended({ ledBy: "quiet", draft: true }, there),
  "talkingPoints.amendments.get may-handle": amended(
    { by: "quiet" },
    isMine(({ mayHandle }, { ours }) => mayHandle.includes(ours.slug)),
  ),
  "talkingPoints.amendments.get may-answer": amended(
    { ledBy: "quiet", handling: "accept" },
    isMine(({ mayAnswer }) => mayAnswer),
  ),
  "talkingPoints.amendments.amend opened": on({}, (_, world) => amending(world)),
  "talkingPoints.amendments.amend by-another": on({}, (_, world) => ({
    body: { ...amending(world).body, onBehalfOf: "matrix-another" },
  })),
  "talkingPoints.amendments.change draft": amended({ ledBy: "quiet", draft: true }, () => ({
    body: { version: 1, ...wording, ...saying },
  })),
  "talkingPoints.amendments.discard draft": amended({ ledBy: "quiet", draft: true }, there),
  "talkingPoints.amendments.withdraw ours": amended({ ledBy: "quiet" }, () => ({ body: {} })),
  "talkingPoints.amendments.handle ours": amended({ by: "quiet" }, (_, { ours }) => ({
    body: { onBehalfOf: ours.slug, handling: "accept" },
  })),
  "talkingPoints.amendments.answer ours": amended({ ledBy: "quiet", handling: "accept" }, () => ({
    body: { agrees: true },
  })),
  "talkingPoints.amendments.preview opened": amended({}, there),
  "talkingPoints.amendments.consolidate ours": amended({ by: "quiet", handling: "accept" }, (id, { ours }) => ({
    ...{ ...seen, body: { onBehalfOf: ours.slug, amendments: [id], note: { en: "Taken over." } } },
/** A round that ours opened on its own point, and what was said of it; `change` is for what is built beside the point. */
const onRound = (state: "running" | "stopped", request: (made: Made, world: MatrixWorld) => RequestSpec) =>
  beside(
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
  beside((rounds, built, { ours }) => {
    const marked = { version: 1, clauseKey: "clause-1", organizationId: ours.id, mark: "would_leave" } as const;
    addMark(rounds, built, marked, act(built.versions[0]?.authorId ?? ""));
  }, request);

type Beside = (rounds: BuiltRounds, built: BuiltPoint, world: MatrixWorld) => void;
function beside(add: Beside, request: (made: Made, world: MatrixWorld) => RequestSpec): RequestSpecs[string] {
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
const objecting = ({ ours }: MatrixWorld) => ({ onBehalfOf: ours.slug, reason: { en: "Not so." } });

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
  "talkingPoints.rounds.object running": onRound("running", (_, world) => ({ body: objecting(world) })),
  "talkingPoints.rounds.decide stopped": onRound("stopped", (_, { ours }) => ({
    body: { onBehalfOf: ours.slug, nextStep: "reword" },
  })),
  "talkingPoints.list opened": listing({}),
  "talkingPoints.list draft": listing({ status: "draft" }),
  "talkingPoints.get opened": on({}, there),
  "talkingPoints.get draft": on({ status: "draft" }, there),
  "talkingPoints.get before-opening": on(
    (world) => ({
      status: "draft",
      change: (built) => {
        again(world, true)(built);
        built.point.status = "in_discussion";
        built.steps.push({
          ...(built.steps[0] as BuiltPoint["steps"][number]),
          number: 2,
          status: "in_discussion",
          version: 2,
        });
      },
    }),
    () => ({ sees: (it) => (it as TalkingPointDetail).steps.some(({ status }) => status === "draft") }),
  ),
  "talkingPoints.get endorsements": on(endorsed, () => ({
    sees: (it) => (it as TalkingPointDetail).endorsements.length > 0,
  })),
  "talkingPoints.get may-endorse": right((it) => it.mayEndorse),
  "talkingPoints.get may-endorse-publicly": right((it) => it.mayEndorsePublicly),
  "talkingPoints.get may-write": on({}, (_, { ours }) => ({
    sees: (it) => (it as TalkingPointDetail).viewer.pens.includes(ours.slug),
  })),
  "talkingPoints.version opened": on({}, there),
  "talkingPoints.version before-opening": on(hidden, there),
  "talkingPoints.compare opened": on({}, () => ({ query: { from: "1", to: "1" } })),
  "talkingPoints.compare before-opening": on(hidden, () => ({ query: { from: "1", to: "2" } })),
  "talkingPoints.files.speakingNotes opened": on({}, there),
  "talkingPoints.files.speakingNotes draft": on({ status: "draft" }, there),
  "talkingPoints.files.speakingNotesPdf opened": on({}, there),
  "talkingPoints.files.textPdf opened": on({}, there),
  "talkingPoints.files.textPlain opened": on({}, there),
  "talkingPoints.files.textPlain draft": on({ status: "draft" }, there),
  "talkingPoints.files.textPlain before-opening": on(hidden, () => ({ query: { version: "1" } })),
  "talkingPoints.propose ours": (world) => {
    const { onBehalfOf: organization, summary: _, ...text } = written(world);
    const about = { themes: [world.writing.slug], regimeAreas: ["practice"], audiences: ["officials"] };
    return { body: { organization, ...text, ...about } };
  },
  "talkingPoints.postVersion opened": on({}, (_, world) => ({ ...seen, body: written(world) })),
  "talkingPoints.postVersion draft": on({ status: "draft" }, (_, world) => ({ ...seen, body: written(world) })),
  "talkingPoints.postVersion by-another": on({}, (_, world) => ({
    ...{ ...seen, body: { ...written(world), onBehalfOf: "matrix-another" } },
  })),
  "talkingPoints.judgeParity opened": on({ equal: false }, (_, { ours }) => ({
    body: { onBehalfOf: ours.slug, parity: "equal" },
  })),
  "talkingPoints.contest opened": on(
    (world) => ({ ...endorsed(world), change: again(world) }),
    ({ id }, { ours }) => ({
      params: { id, number: "2" },
      body: { onBehalfOf: ours.slug, clause: "clause-1", reason: { en: "It differs." } },
    }),
  ),
  "talkingPoints.changeStatus opening": on({ status: "draft" }, (_, { ours }) => ({
    body: { onBehalfOf: ours.slug, status: "in_discussion" },
  })),
  "talkingPoints.changeStatus usable": on(endorsed, (_, { ours }) => ({
    body: { onBehalfOf: ours.slug, status: "usable", version: 1 },
  })),
  "talkingPoints.changeStatus retired": on({}, (_, { ours }) => ({
    body: { onBehalfOf: ours.slug, status: "retired", reason: { en: "It is over." } },
  })),
  "talkingPoints.changeStatus by-convener": on(endorsed, (_, { convening }) => ({
    body: { onBehalfOf: convening.slug, status: "usable", version: 1 },
  })),
  "talkingPoints.endorsements.endorse opened": on({}, (made, world) => ({ body: answered(made, world) })),
  "talkingPoints.endorsements.endorse publicly": on({}, (made, world) => ({
    body: { ...answered(made, world), publicly: true },
  })),
  "talkingPoints.endorsements.endorse draft": on({ status: "draft" }, (made, world) => ({
    body: answered(made, world),
  })),
  "talkingPoints.endorsements.withdraw ours": on(endorsed, () => ({ body: {} })),
  "talkingPoints.endorsements.confirm ours": on(
    (world) => ({
      ...endorsed(world),
      change: (built) => {
        again(world)(built);
        const parity = built.parity.map((it) => ({ ...it, version: 2 }));
        built.parity.push(...parity);
      },
    }),
    ({ digest }) => ({ body: { version: 2, digest } }),
  ),
  "talkingPoints.endorsements.join quiet": on(reserved, ({ id, digest }, { ours, quiet }) => ({
    params: { id, organization: quiet.slug },
    body: { onBehalfOf: ours.slug, version: 1, digest },
  })),
  "talkingPoints.endorsements.leave quiet": on(joined, ({ id }, { ours, quiet }) => ({
    params: { id, organization: quiet.slug },
    body: { onBehalfOf: ours.slug },
  })),
};
