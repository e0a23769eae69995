import { randomUUID } from "node:crypto";
import type { MarkedText } from "@/lib/talking-points/schema.word";
import { addVersion } from "@/prisma/seed/build-talking-point";
import { buildPoint, type PointOptions, versionFields } from "@/tests/support/build-points";
import { bareDocx, toMarkedFile } from "@/tests/support/marked-file";
import type { RequestSpec, RequestSpecs } from "@/tests/support/matrix/cells";
import type { MatrixWorld } from "@/tests/support/matrix/world";

/** The network reads it from its second version. */
const openedLater: PointOptions["change"] = (built) => {
  const { proposedById } = built.point;
  const fields = versionFields({ organization: { id: proposedById }, title: "Again", slug: "again", clauses: 2 });
  const themeIds = built.themes.map(({ themeId }) => themeId);
  const mandate = { authorizedBy: "Board", instrument: "Resolution 7", instrumentDate: new Date() };
  addVersion(built, { ...fields, themeIds, propositionIds: [] }, { by: randomUUID(), at: new Date(), mandate });
  built.point.openedVersion = 2;
};

type Made = Awaited<ReturnType<typeof buildPoint>>;

const on =
  (options: Partial<PointOptions>, request: (made: Made, world: MatrixWorld) => RequestSpec): RequestSpecs[string] =>
  async (world) => {
    const made = await buildPoint({ organization: world.ours, theme: world.writing, ...options });
    return { params: { id: made.id }, ...request(made, world) };
  };

/** A paragraph more, in a file of the text alone. */
function marked({ slug }: Made, onBehalfOf: string): RequestSpec {
  const body = new FormData();
  body.set("onBehalfOf", onBehalfOf);
  body.set("file", toMarkedFile(bareDocx([`Clause 1 of ${slug}.`, "One more.", `Clause 2 of ${slug}.`])));
  return { body, sees: (it) => (it as MarkedText).rows.some(({ what }) => what === "new_clause") || "no" };
}

export const part: RequestSpecs = {
  "talkingPoints.word.text opened": on({}, () => ({})),
  "talkingPoints.word.text draft": on({ status: "draft" }, () => ({})),
  "talkingPoints.word.text before-opening": on({ change: openedLater }, () => ({ query: { since: "1" } })),
  "talkingPoints.word.marked opened": on({}, (made, { ours }) => marked(made, ours.slug)),
  "talkingPoints.word.marked by-another": on({}, (made) => marked(made, "matrix-another")),
  "talkingPoints.word.marked draft": on({ status: "draft" }, (made, { ours }) => marked(made, ours.slug)),
};
