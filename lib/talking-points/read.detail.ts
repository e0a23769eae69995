import "server-only";
import { readNetwork } from "@/lib/network/read.settings";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { toDay } from "@/lib/platform/time/day";
import { membershipsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { toName as toPropositionName } from "../propositions/read.context";
import { mayChangeStatus, mayEdit, readableBy, readableFrom } from "./policy";
import { findAmenders } from "./read.authors";
import { findJoinRows, findMembers, findStandings, inOrder, joinsInForce, toEndorsements } from "./read.endorsements";
import { readOwnEndorsements } from "./read.own";
import { findMoment, type Moment, stateAfter, stepsFor, stepsSelect } from "./read.state";
import {
  asReadBy,
  findVersion,
  findVersionContext,
  toParityFact,
  toVersion,
  toVersionName,
  versionNameSelect,
  versionSelect,
} from "./read.version";
import { pointAt } from "./rules.address";
import { countAnswers } from "./rules.counts";
import { awaitedOf, isOpen, standsBehind } from "./rules.endorsements";
import { parityObstacle } from "./rules.parity";
import { isStale, listStatuses } from "./rules.status";
import type { TalkingPointDetail } from "./schema";

const nameSelect = {
  id: true,
  slug: true,
  openedVersion: true,
  current: { select: { titleEn: true, titleFr: true } },
} satisfies Prisma.TalkingPointSelect;

const pointSelect = (viewer: Viewer, moment: Moment) =>
  ({
    id: true,
    slug: true,
    kind: true,
    version: true,
    openedVersion: true,
    regimeAreas: true,
    audiences: true,
    reviewBy: true,
    proposedById: true,
    proposedBy: { select: organizationNameSelect },
    createdAt: true,
    leads: {
      orderBy: { organization: { slug: "asc" } },
      select: { organizationId: true, organization: { select: organizationNameSelect } },
    },
    sources: {
      orderBy: { sort: "asc" },
      select: { libraryItem: { select: { slug: true, titleEn: true, titleFr: true, inSource: true } } },
    },
    steps: stepsSelect(moment.before),
    versions: {
      where: moment.before ? { createdAt: moment.before } : {},
      orderBy: { number: "desc" },
      select: versionNameSelect(moment),
    },
    current: { select: versionSelect(moment) },
    replacedBy: { select: nameSelect },
    replaces: { where: readableBy(viewer), orderBy: { slug: "asc" }, select: nameSelect },
    proposesAnew: { select: nameSelect },
    proposedAnew: { where: readableBy(viewer), orderBy: { slug: "asc" }, select: nameSelect },
  }) satisfies Prisma.TalkingPointSelect;

type Name = Prisma.TalkingPointGetPayload<{ select: typeof nameSelect }>;

const toName = ({ id, slug, current }: Name) => ({
  ...{ id, slug, title: { en: current.titleEn, fr: current.titleFr } },
});

/** One talking point, as this viewer reads it, with what they may do next; or as it was at the end of a day. */
export async function getTalkingPoint(viewer: Viewer, id: string, asOf?: string): Promise<TalkingPointDetail> {
  const moment = await findMoment(asOf);
  const row = await db.talkingPoint.findFirst({
    where: { AND: [readableBy(viewer), pointAt(id)] },
    select: pointSelect(viewer, moment),
  });
  const steps = row ? stepsFor(viewer, row, row.steps) : [];
  const state = stateAfter(steps);
  const versions = row?.versions.filter(({ number }) => number >= readableFrom(viewer, row)) ?? [];
  const [newest] = versions;
  const found =
    row && newest && newest.number !== row.current.number
      ? await findVersion(row.id, newest.number, moment)
      : newest && row?.current;
  if (!row || !state || !found) throw new Refusal("NOT_FOUND", "noSuchTalkingPoint");
  const text = asReadBy(viewer, row, found);

  const { status } = state.last;
  const [context, standings, joinRows, members, amenders, { parityRule }] = await Promise.all([
    findVersionContext(viewer, moment, [text]),
    findStandings(row.id, moment),
    findJoinRows(row.id, moment),
    findMembers(moment),
    status === "retired" ? null : findAmenders(db, row.id, text.number),
    readNetwork(),
  ]);
  const joins = joinsInForce(joinRows, standings);
  const endorsements = toEndorsements(members, standings, joins, text.number);
  const slugs = new Map(members.map((it) => [it.id, it.slug]));
  const joined = new Map<string, string[]>();
  for (const { joinedById, organizationId } of joins)
    joined.set(joinedById, [...(joined.get(joinedById) ?? []), slugs.get(organizationId) ?? ""].filter(Boolean));

  const version = toVersion(text, context, amenders);
  const facts = text.clauses.map((it) => toParityFact(it, moment));
  const waits = parityRule === "before_endorsement" ? parityObstacle(facts, moment.today, context) : null;
  const obstacle = isOpen(status) ? waits : ("notOpen" as const);
  const scope = { leads: row.leads, themeIds: text.themes.map((it) => it.theme.id) };
  const pending = facts.some((it) => it === null || it.parity === "pending");
  const point = { status, currentVersion: text.number, usableVersion: state.usableVersion };
  const endorsed = [...endorsements.values()].some((it) => it.current && standsBehind(it.response));
  const statuses = listStatuses(point, { pending, endorsed });
  const organizations = await readOwnEndorsements(viewer, context, {
    ...{ talkingPointId: row.id, status, text, standings, endorsements, joined, obstacle: waits, members },
  });
  const memberships = moment.past ? [] : membershipsOf(viewer);
  const own = memberships.filter(({ organizationId }) => slugs.has(organizationId));
  return {
    ...{ id: row.id, slug: row.slug, kind: row.kind, version: row.version },
    title: version.title,
    status,
    statusSince: state.last.at.toISOString(),
    number: text.number,
    digest: text.digest,
    usableVersion: state.usableVersion,
    themes: version.themes,
    themeNames: text.themes.map(({ theme: { slug, titleEn, titleFr } }) => ({
      slug,
      title: { en: titleEn, fr: titleFr },
    })),
    regimeAreas: row.regimeAreas,
    audiences: row.audiences,
    leads: row.leads.map((it) => toOrganizationName(it.organization)),
    reviewBy: toDay(row.reviewBy),
    stale: isStale(toDay(row.reviewBy), moment.today),
    equal: version.clauses.every(({ parity }) => parity.state === "equal"),
    answers: countAnswers(endorsements.values(), members.length),
    caution:
      status === "cautioned" && (state.last.cautionEn || state.last.cautionFr)
        ? { en: state.last.cautionEn, fr: state.last.cautionFr }
        : null,
    proposedBy: toOrganizationName(row.proposedBy),
    proposedAt: row.createdAt.toISOString(),
    propositions: text.propositions.map((it) => toPropositionName(it.proposition)),
    sources: row.sources.map(({ libraryItem: { slug, titleEn, titleFr, inSource } }) => ({
      ...{ slug, title: { en: titleEn, fr: titleFr }, inSource },
    })),
    replacedBy: row.replacedBy && status === "retired" ? toName(row.replacedBy) : null,
    replaces: row.replaces.map(toName),
    proposesAnew: row.proposesAnew && toName(row.proposesAnew),
    proposedAnew: row.proposedAnew.map(toName),
    text: version,
    versions: versions.map((it) => toVersionName(asReadBy(viewer, row, it))),
    steps: steps.map((it) => ({
      ...{ status: it.status, version: it.version, at: it.at.toISOString(), by: toOrganizationName(it.organization) },
      reason: { en: it.reasonEn, fr: it.reasonFr },
      caution: { en: it.cautionEn, fr: it.cautionFr },
    })),
    endorsements: [...endorsements.values()].sort(inOrder),
    notAnswered: members.filter(({ id }) => !endorsements.has(id)).map(toOrganizationName),
    obstacle,
    viewer: {
      needs: isOpen(status)
        ? own
            .filter((it) => awaitedOf(standings.get(it.organizationId) ?? { given: null, waiting: null }, text.number))
            .map(({ slug }) => slug)
        : [],
      pens:
        status === "retired"
          ? []
          : memberships.filter((it) => mayEdit(viewer, { ...scope, ...it })).map((it) => it.slug),
      mayChangeStatus: memberships
        .map((it) => ({
          organization: it.slug,
          to: statuses.filter((to) => mayChangeStatus(viewer, { ...scope, ...it }, { from: status, to })),
        }))
        .filter(({ to }) => to.length > 0),
      organizations,
    },
  };
}
