import type { Amendment } from "@/lib/talking-points/schema.amendments";
import { type AmendmentOptions, buildAmendment } from "@/tests/support/build-amendments";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import { on, pointOf, seen, there } from "@/tests/support/matrix/points";
import type { MatrixWorld } from "@/tests/support/matrix/world";

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
const reasons = { summary: { en: "Other words" }, reason: { en: "They are clearer." } };
const amending = ({ ours }: MatrixWorld) => ({
  body: { onBehalfOf: ours.slug, version: 1, ...wording, ...reasons, open: true },
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
    body: { version: 1, ...wording, ...reasons },
  })),
  "talkingPoints.amendments.discard draft": amended({ ledBy: "quiet", draft: true }, there),
  "talkingPoints.amendments.withdraw ours": amended({ ledBy: "quiet" }, () => ({ body: {} })),
  "talkingPoints.amendments.handle ours": amended({ by: "quiet" }, (_, { ours }) => ({
    body: { onBehalfOf: ours.slug, handling: "accept" },
  })),
  "talkingPoints.amendments.answer ours": amended({ ledBy: "quiet", handling: "accept" }, () => ({
    body: { step: 2, agrees: true },
  })),
  "talkingPoints.amendments.preview opened": amended({}, there),
  "talkingPoints.amendments.consolidate ours": amended({ by: "quiet", handling: "accept" }, (id, { ours }) => ({
    ...{ ...seen, body: { onBehalfOf: ours.slug, amendments: [id], note: { en: "Taken over." } } },
  })),
};
