import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { signaturesNeeded } from "@/lib/organizations/rules";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { nameColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readToday } from "@/lib/platform/time/today";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { belongsTo } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { draftsReadableBy, readableBy } from "./policy";
import { rightsOn } from "./policy.rights";
import { findAnnotations } from "./read.annotations";
import { findAsOf, listPositionsAsOf } from "./read.as-of";
import { findHandovers, findNames } from "./read.handovers";
import { positionsMatching } from "./read.search";
import { type PositionRow, positionSelect, toPosition, toWarnings } from "./read.shape";
import {
  type OwnPositions,
  type Position,
  type PositionKey,
  type PositionSort,
  type PositionsInput,
  stances,
} from "./schema";

export { findAnnotations } from "./read.annotations";
export { type AsOf, findAsOf, readableAsOf, readByIdsAsOf, wordingAsOf } from "./read.as-of";
export { findHandovers, findNames } from "./read.handovers";
export { listDaysOfChange, readStanceMatrix, readStanceMatrixAsOf, type StanceRow } from "./read.stance-matrix";
export { type StanceTally, tallyStances, tallyStancesAsOf } from "./read.tally";

const recorded: Prisma.PositionWhereInput = { OR: [{ standing: { not: null } }, { draft: { not: null } }] };

function toFilter(input: PositionsInput, today: Date): Prisma.PositionWhereInput {
  const { organization, proposition, theme, stance, state, stale } = input;
  const past: Prisma.PositionWhereInput = { standing: { not: null }, reviewBy: { lt: today } };
  return {
    AND: [
      organization ? { organization: { slug: organization } } : {},
      proposition ? { proposition: { slug: proposition } } : {},
      theme ? { proposition: { theme: { slug: theme } } } : {},
      stance ? { standingStance: stance } : {},
      state === "standing" ? { standing: { not: null } } : {},
      stale === "true" ? past : stale === "false" ? { NOT: past } : {},
    ],
  };
}

type Moment = { now: Date; today: string };

const first = {
  number: [],
  since: [desc("standingSince", { nullable: true })],
  review: [asc("reviewBy", { nullable: true })],
  stance: [asc("standingStance", { nullable: true, values: stances })],
} satisfies Record<PositionSort, ReturnType<typeof asc>[]>;

/** By what is asked for, then by the number of the proposition, then by name in the reader's language. */
function orderBy(sort: PositionSort, language: Locale) {
  const columns = [
    ...first[sort],
    asc("proposition.number"),
    asc(`organization.${nameColumn[language]}`),
    asc("organization.slug"),
  ];
  return keyset<Prisma.PositionWhereInput, Prisma.PositionOrderByWithRelationInput>(`positions by ${sort}`, ...columns);
}

export async function listPositions(viewer: Viewer, input: PositionsInput, language: Locale) {
  const past = await findAsOf(db, input.asOf);
  if (past) return listPositionsAsOf(viewer, input, past, language);
  const { limit, state, sort = "number" } = input;
  const order = orderBy(sort, language);
  const [moment, said] = await Promise.all([readToday(db), positionsMatching(input.q)]);
  const inState = state && state !== "standing" ? draftsReadableBy(viewer, state) : {};
  const where = { AND: [readableBy(viewer), recorded, inState, said, toFilter(input, new Date(moment.today))] };
  const [onPage, total] = await Promise.all([
    db.position.findMany({ ...order.page(where, input), select: { id: true } }),
    db.position.count({ where }),
  ]);
  // Which ones first: the database would put every row's relations together before it cuts the page.
  const rows = await findChosen(
    viewer,
    onPage.slice(0, limit).map(({ id }) => id),
    order,
  );
  const { nextCursor } = order.cut(rows, input, onPage.length > limit);
  return { items: await toViews(viewer, rows, moment), nextCursor, total };
}

const findChosen = (viewer: Viewer, ids: string[], order: ReturnType<typeof orderBy>): Promise<PositionRow[]> =>
  db.position.findMany({
    where: { AND: [readableBy(viewer), { id: { in: ids } }] },
    orderBy: order.orderBy,
    select: positionSelect,
  });

/** The positions of these ids that the viewer may read. */
export async function readByIds(viewer: Viewer, ids: string[], language: Locale): Promise<Position[]> {
  const moment = await readToday(db);
  return toViews(viewer, await findChosen(viewer, ids, orderBy("number", language)), moment);
}

export async function getPosition(viewer: Viewer, { organization, proposition }: PositionKey): Promise<Position> {
  const at = { organization: { slug: organization }, proposition: { slug: proposition } };
  const [row, moment] = await Promise.all([
    db.position.findFirst({ where: { AND: [readableBy(viewer), at] }, select: positionSelect }),
    readToday(db),
  ]);
  const [position] = row ? await toViews(viewer, [row], moment) : [];
  if (!position) throw new Refusal("NOT_FOUND", "noSuchPosition");
  return position;
}

/** What the viewer's own member organizations hold on a proposition. Where nothing is recorded, what they may do there. */
export async function listOwnPositions(viewer: Viewer, slug: string, language: Locale): Promise<OwnPositions> {
  const proposition = await db.proposition.findUnique({ where: { slug }, select: propositionSelect });
  if (!proposition) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const ids = viewer.representations.filter((it) => it.status === "member").map((it) => it.organizationId);
  const moment = await readToday(db);
  const [organizations, rows, excluded, signatories] = await Promise.all([
    db.organization.findMany({
      where: { id: { in: ids } },
      orderBy: [{ [nameColumn[language]]: "asc" }, { slug: "asc" }],
      select: { ...organizationNameSelect, id: true, signOffTypicalDays: true, signOffKind: true },
    }),
    db.position.findMany({ where: { organizationId: { in: ids }, proposition: { slug } }, select: positionSelect }),
    findSupported(ids, [proposition.exclusiveSet]),
    findSignatories(ids, proposition.themeId, moment.now),
  ]);
  const positions = await toViews(viewer, rows, moment);
  const nothing = {
    standing: null,
    draft: null,
    draftState: null,
    draftedFor: null,
    draftVisibility: null,
    shownTo: null,
    standsFor: null,
    reviewBy: null,
    firstSignedBy: null,
    joint: false,
  };
  const situation = { ...nothing, currentVersion: proposition.currentVersion, today: moment.today };
  const items = organizations.map((it) => {
    const at = rows.findIndex((row) => row.organizationId === it.id);
    const position = positions[at] ?? null;
    const others = excluded.filter((other) => other.organizationId === it.id && other.proposition.slug !== slug);
    const here = { organizationId: it.id, themeId: proposition.themeId };
    return {
      organization: toOrganizationName(it),
      position,
      warnings: toWarnings(others.map((other) => other.proposition.slug)),
      viewer: position?.viewer ?? rightsOn(viewer, here, situation, moment.now),
      signatories: signatories.filter((m) => m.organizationId === it.id).flatMap((m) => m.person.name ?? []),
      signOffTypicalDays: it.signOffTypicalDays,
      signatures: signaturesNeeded(it.signOffKind),
    };
  });
  return { items };
}

const propositionSelect = {
  themeId: true,
  currentVersion: true,
  exclusiveSet: true,
} satisfies Prisma.PropositionSelect;

const findSignatories = (organizationIds: string[], themeId: string, now: Date) =>
  db.mandate.findMany({
    where: {
      organizationId: { in: organizationIds },
      powers: { has: "sign_off" },
      AND: [inForce(now), { OR: [{ allThemes: true }, { themes: { some: { themeId } } }] }],
      person: { representations: { some: { organizationId: { in: organizationIds }, endedAt: null } } },
    },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    distinct: ["organizationId", "personId"],
    select: { organizationId: true, person: { select: { name: true } } },
  });

/** Standing support among propositions that exclude each other. */
async function findSupported(organizationIds: string[], among: (string | null)[]) {
  const sets = among.filter((it) => it !== null);
  if (sets.length === 0) return [];
  return db.position.findMany({
    where: {
      organizationId: { in: organizationIds },
      proposition: { exclusiveSet: { in: sets } },
      standingRevision: { stance: { in: ["support", "support_with_reservation"] } },
    },
    orderBy: { proposition: { number: "asc" } },
    select: { organizationId: true, proposition: { select: { slug: true, exclusiveSet: true } } },
  });
}

/** The rows as this viewer sees them, with what only an organization's own people may read of theirs. */
async function toViews(viewer: Viewer, rows: PositionRow[], moment: Moment): Promise<Position[]> {
  const own = rows.filter((row) => belongsTo(viewer, row.organizationId));
  const [handovers, supported, annotations] = await Promise.all([
    findHandovers(own.filter((row) => row.draft !== null).map((row) => row.id)),
    findSupported(
      [...new Set(own.map((row) => row.organizationId))],
      own.map((row) => row.proposition.exclusiveSet),
    ),
    findAnnotations(
      viewer,
      rows.map(({ id, standingRevision: standing }) => ({ id, standing })),
    ),
  ]);
  const excluded = new Map(
    own.map((row) => [
      row.id,
      supported
        .filter(({ organizationId, proposition: it }) => {
          const rival = it.exclusiveSet === row.proposition.exclusiveSet && it.slug !== row.proposition.slug;
          return rival && organizationId === row.organizationId;
        })
        .map(({ proposition }) => proposition.slug),
    ]),
  );
  const authors = own.flatMap((row) => row.draftRevision?.authorId ?? []);
  const actors = [...handovers.values()].flatMap((it) =>
    [it.submitted, it.signed_once].flatMap((at) => at?.actorId ?? []),
  );
  const others = [...authors, ...actors].filter((id) => id !== viewer.personId);
  const names = await findNames(others);
  // Whoever asks is known already.
  if (viewer.personId && viewer.name) names.set(viewer.personId, viewer.name);
  return rows.map((row) => toPosition(row, { viewer, ...moment, names, handovers, excluded, annotations }));
}
