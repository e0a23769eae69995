import "server-only";
import { byName } from "@/lib/organizations/read";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readToday } from "@/lib/platform/time/today";
import type { Viewer } from "@/lib/viewer/schema";
import { attributionRules } from "./constants";
import { mayHost, readableBy } from "./policy";
import { hostsFor } from "./read";
import {
  briefingNameSelect,
  briefingSelect,
  dayOrNull,
  inOrderOfDay,
  type Reader,
  sequencePartSelect,
  toBriefing,
  toBriefingName,
  toSequencePart,
} from "./read.select";
import { addableParts, frameObstacle } from "./rules";
import { attributionObstacle } from "./rules.attribution";
import type { BriefingDetail } from "./schema";

const detailSelect = (viewer: Viewer, language: Locale) =>
  ({
    ...briefingSelect(viewer),
    ...{ version: true, purposeEn: true, purposeFr: true, placeEn: true, placeFr: true },
    ...{ lastHeldOn: true, invitedAt: true },
    follows: { select: briefingNameSelect },
    followedBy: { orderBy: { createdAt: "asc" }, select: briefingNameSelect },
    partOf: {
      select: { ...sequencePartSelect, parts: { orderBy: inOrderOfDay, select: sequencePartSelect } },
    },
    _count: { select: { options: true } },
    steps: { orderBy: { number: "asc" } },
    invitees: {
      where: { removedAt: null },
      orderBy: [{ organization: byName(language).orderBy[0] ?? {} }, { office: { slug: "asc" } }],
      select: {
        organizationId: true,
        organization: { select: organizationNameSelect },
        office: { select: { slug: true, titleEn: true, titleFr: true } },
      },
    },
  }) satisfies Prisma.BriefingSelect;
type Found = Prisma.BriefingGetPayload<{ select: ReturnType<typeof detailSelect> }>;
type Row = Found & { _count: { invitees: number } };

/** One meeting: its frame, who is invited, what goes with it, and what this viewer may do next. */
export async function getBriefing(viewer: Viewer, slug: string, language: Locale): Promise<BriefingDetail> {
  const [found, moment] = await Promise.all([
    db.briefing.findFirst({ where: { AND: [readableBy(viewer), { slug }] }, select: detailSelect(viewer, language) }),
    readToday(db),
  ]);
  if (!found) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  // Here they are all read, to be named: there is nothing to count apart.
  const row = { ...found, _count: { ...found._count, invitees: found.invitees.length } };
  const reader = { viewer, ...moment };
  return {
    ...toBriefing(row, reader),
    version: row.version,
    purpose: { en: row.purposeEn, fr: row.purposeFr },
    place: { en: row.placeEn, fr: row.placeFr },
    lastHeldOn: dayOrNull(row.lastHeldOn),
    follows: row.follows && toBriefingName(row.follows),
    followedBy: row.followedBy.map(toBriefingName),
    partOf: row.partOf && toBriefingName(row.partOf),
    sequence: sequenceOf(row, moment.now),
    invitees: {
      organizations: row.invitees.flatMap(({ organization: it }) => (it ? [toOrganizationName(it)] : [])),
      offices: row.invitees.flatMap(({ office: it }) =>
        it ? [{ slug: it.slug, title: { en: it.titleEn, fr: it.titleFr } }] : [],
      ),
    },
    steps: row.steps.map(({ number, kind, at, wallStart, rule, reasonEn, reasonFr }) => ({
      ...{ number, kind, at: at.toISOString(), wall: wallStart, rule, reason: { en: reasonEn, fr: reasonFr } },
    })),
    viewer: toViewer(row, reader),
  };
}

const orderOfParts = ["caucus", "meeting", "room", "debrief"];

/** The caucus, the room and the debrief in this order, from whichever of them one comes. */
function sequenceOf(row: Row, now: Date) {
  const head = row.partOf ?? row;
  if (head.parts.length === 0) return [];
  return [head, ...head.parts]
    .map((it) => toSequencePart(it, now))
    .sort((one, other) => orderOfParts.indexOf(one.part) - orderOfParts.indexOf(other.part));
}

function toViewer(row: Row, reader: Reader): BriefingDetail["viewer"] {
  const { viewer, now } = reader;
  const hosts = mayHost(viewer, row);
  const framed = { state: row.state, startsAt: row.startsAt, options: row._count.options };
  const changes = hosts && frameObstacle(framed, {}) === null;
  const rules = attributionRules.filter(
    (it) => it !== row.attribution && attributionObstacle(row, it, row.invitedAt !== null, now) === null,
  );
  return {
    ...{ ...toBriefing(row, reader).viewer, mayChange: changes, rules: hosts ? rules : [] },
    addable: changes ? addableParts({ ...row, parts: row.parts.map(({ part }) => part) }) : [],
    mayPlanNext: hosts && row.partOf === null && row.followedBy.length === 0 && hostsFor(viewer).length > 0,
  };
}
