import "server-only";
import { db } from "@/lib/platform/db/client";
import { sliceOrder } from "@/lib/platform/db/keyset";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { type AsOf, findAsOf } from "../positions/read.as-of";
import { readableBy, readableFrom } from "./policy";
import { findConflictSets } from "./read.alive";
import { type AmendmentMatter, amendmentSelect, toMatter } from "./read.amendment-rows";
import { findTexts } from "./read.amendment-texts";
import { type AmendmentContext, listAmendments, toAmendment } from "./read.amendments";
import { stepsFor, stepsSelect } from "./read.state";
import { pointAt } from "./rules.address";
import { isAcceptance } from "./rules.handling";
import type { Amendment, AmendmentsInput } from "./schema.amendments";

const pointSelect = {
  id: true,
  slug: true,
  currentVersion: true,
  leads: { select: { organizationId: true } },
  current: { select: { themes: { select: { themeId: true } } } },
} as const;

/** In the order of the text, as it is now; drafts are in no past. */
const inOrder = sliceOrder<Amendment>(
  "amendments of a talking point on a day",
  (it) => [it.number ?? Number.MAX_SAFE_INTEGER, it.at, it.id],
  (one, other) => (one < other ? -1 : one > other ? 1 : 0),
);

const chooseAmendments = (
  matters: readonly AmendmentMatter[],
  { state, settled, organization }: AmendmentsInput,
): AmendmentMatter[] =>
  matters
    .filter((it) => !state || it.state === state)
    .filter((it) => !settled || it.standing.settled === (settled === "true"))
    .filter((it) => !organization || it.row.organization.slug === organization);

/** Nothing is done to what a day is read as. */
const noRights = { mayEdit: false, mayWithdraw: false, mayAnswer: false, mayHandle: [] };

/** The amendments of a text, now or as they stood at the end of a day that is over, to the words that were in force then. */
export async function listAmendmentsAsOf(viewer: Viewer, input: AmendmentsInput) {
  const past = await findAsOf(db, input.asOf);
  if (!past) return listAmendments(viewer, input);
  const found = await findAmendmentsAsOf(viewer, input.id, past);
  return inOrder.toSlice(
    chooseAmendments(found.matters, input).map((it) => ({ ...toAmendment(viewer, found, it), viewer: noRights })),
    input,
  );
}

async function findAmendmentsAsOf(viewer: Viewer, id: string, { end }: AsOf) {
  const before = { lt: end };
  const row = await db.talkingPoint.findFirst({
    where: { AND: [readableBy(viewer), pointAt(id)] },
    select: {
      ...pointSelect,
      ...{ proposedById: true, openedVersion: true, steps: stepsSelect(before) },
      versions: { where: { createdAt: before }, orderBy: { number: "desc" }, take: 1, select: { number: true } },
    },
  });
  const version = row?.versions[0]?.number;
  const shown = row && version !== undefined && version >= readableFrom(viewer, row);
  if (!shown || stepsFor(viewer, row, row.steps).length === 0) throw new Refusal("NOT_FOUND", "noSuchTalkingPoint");
  // What was a draft that day may have had other words: those of an amendment are kept from its opening.
  const rows = await db.amendment.findMany({
    where: { talkingPointId: row.id, openedAt: before, state: { not: "draft" } },
    orderBy: [{ number: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: amendmentSelect(before),
  });
  const matters = rows.map(toMatter).map((it) => ({ ...it, state: it.standing.state }));
  const texts = await findTexts(db, row.id, new Set([version, ...rows.map((it) => it.version)]));
  const now = texts.get(version);
  if (!now) throw new Error("the words of that day are not there");
  const found: AmendmentContext = {
    point: { ...row, currentVersion: version },
    texts,
    now,
    conflicts: conflictsOf(now, matters),
  };
  return { ...found, matters };
}

/** What could still have been taken over that day, and what of it excluded what. */
function conflictsOf(now: AmendmentContext["now"], matters: readonly AmendmentMatter[]): AmendmentContext["conflicts"] {
  const alive = matters.filter(
    ({ standing, state }) =>
      !standing.settled && (state === "open" || (isAcceptance(standing.handled?.handling) && state !== "withdrawn")),
  );
  return findConflictSets(
    now,
    alive.map((it) => ({ ...it, handled: it.standing.handled })),
  );
}
