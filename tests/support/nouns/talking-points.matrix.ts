import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import type { OwnEndorsement } from "@/lib/talking-points/schema.endorsements";
import { addVersion, type BuiltPoint } from "@/prisma/seed/build-talking-point";
import { versionFields } from "@/tests/support/build-points";
import type { RequestSpecs } from "@/tests/support/matrix/cells";
import { act, type Made, type Options, on, seen, there } from "@/tests/support/matrix/points";
import type { MatrixWorld } from "@/tests/support/matrix/world";

const clause = { kind: "key_message", text: { en: "In other words.", fr: "En d’autres mots." } };

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

const hidden = (world: MatrixWorld): Options => ({ change: again(world, true) });
const listing = (options: Options) =>
  // By its title: every row makes a point, and a page shows some of them.
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

export const part: RequestSpecs = {
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
  // The first version that the network reads was claimed to be editorial: that is told of words which stayed at home.
  "talkingPoints.version opening-change": on(hidden, ({ id }) => ({
    params: { id, number: "2" },
    sees: (it) => (it as { editorialClauses: string[] }).editorialClauses.length > 0,
  })),
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
    body: { onBehalfOf: ours.slug, version: 1, digest, step: 1 },
  })),
  "talkingPoints.endorsements.leave quiet": on(joined, ({ id }, { ours, quiet }) => ({
    params: { id, organization: quiet.slug },
    body: { onBehalfOf: ours.slug },
  })),
};
