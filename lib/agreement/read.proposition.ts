import "server-only";
import { readableBy as organizationsReadableBy } from "@/lib/organizations/policy";
import { byName } from "@/lib/organizations/read";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readableBy as positionsReadableBy } from "@/lib/positions/policy";
import {
  type AsOf,
  findAsOf,
  readableAsOf,
  readByIds,
  readByIdsAsOf,
  type StanceTally,
  tallyStances,
  tallyStancesAsOf,
} from "@/lib/positions/read";
import type { Position } from "@/lib/positions/schema";
import { inNetwork } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { readRows } from "./read";
import { readConcealed } from "./read.concealed";
import { inNameOrder } from "./read.shape";
import { assess, noneStated } from "./rules";
import { concealmentIn } from "./rules.concealed";
import type { NonRespondentsInput, PropositionStances, PropositionStancesInput } from "./schema.proposition";

/** Up to `showAllUpTo` members are listed in full; above, `perStance` of each stance with a link to the rest. */
const previewLimits = { showAllUpTo: 40, perStance: 8, scanByNameFrom: 500 };

const membersFor = (viewer: Viewer): Prisma.OrganizationWhereInput => ({
  AND: [organizationsReadableBy(viewer), { status: "member" }],
});

/** Members without a stance that this viewer may read: silent, or hidden; the answer must not tell the two apart. */
const nonRespondentsOn = (viewer: Viewer, proposition: string): Prisma.OrganizationWhereInput => ({
  AND: [
    membersFor(viewer),
    {
      positions: {
        none: {
          AND: [positionsReadableBy(viewer), { standingStance: { not: null }, proposition: { slug: proposition } }],
        },
      },
    },
  ],
});

const nonRespondentsAsOf = (viewer: Viewer, proposition: string, past: AsOf): Prisma.OrganizationWhereInput => ({
  AND: [
    past.members,
    inNetwork(viewer) ? {} : { listing: "public" },
    {
      positions: {
        none: { proposition: { slug: proposition }, revisions: { some: readableAsOf(viewer, past) } },
      },
    },
  ],
});

/** One proposition with who holds what. It costs as much with ten thousand members as with fifty. */
export async function readPropositionStances(
  viewer: Viewer,
  { slug, asOf }: PropositionStancesInput,
  language: Locale,
): Promise<PropositionStances> {
  const past = await findAsOf(db, asOf);
  return past ? readStancesAsOf(viewer, slug, past, language) : readCurrentStances(viewer, slug, language);
}

async function readCurrentStances(viewer: Viewer, slug: string, language: Locale): Promise<PropositionStances> {
  // In one snapshot: between two moments a dissent could be narrowed away before "some not shown" says so.
  const { told, tallies, silent } = await db.$transaction((tx) => readStancesSnapshot(tx, viewer, slug, language), {
    isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
  });
  const positions = await readByIds(
    viewer,
    tallies.flatMap((it) => it.first),
    language,
  );
  return { ...told, held: toStanceGroups(tallies, positions), silent };
}

async function readStancesSnapshot(tx: Tx, viewer: Viewer, slug: string, language: Locale) {
  const proposition = await tx.proposition.findUnique({
    where: { slug },
    select: wordingSelect,
  });
  if (!proposition) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const network = await tx.network.findUniqueOrThrow({ where: { id: 1 } });
  const tallies = await tallyStances(tx, viewer, slug, previewLimits, language);
  const members = await tx.organization.count({ where: membersFor(viewer) });
  const total = members - tallies.reduce((sum, it) => sum + it.members, 0);
  const rows = await tx.organization.findMany({
    where: nonRespondentsOn(viewer, slug),
    orderBy: byName(language).orderBy,
    take: total > previewLimits.showAllUpTo ? previewLimits.perStance : previewLimits.showAllUpTo,
    select: organizationNameSelect,
  });
  const stated = noneStated();
  for (const { stance, counted } of tallies) stated[stance] = counted;
  const { number, theme, versions } = proposition;
  const concealment = concealmentIn(await readConcealed(tx, viewer, network), theme.slug);
  const title = { en: versions[0]?.titleEn ?? "", fr: versions[0]?.titleFr ?? "" };
  const verdict = assess(stated, { members, tooFewBelow: network.tooFewBelow, concealment });
  return {
    told: { slug, number, title, theme: theme.slug, ...verdict },
    tallies,
    silent: { total, items: rows.map(toOrganizationName) },
  };
}

const wordingSelect = {
  number: true,
  theme: { select: { slug: true } },
  versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true, titleFr: true } },
} satisfies Prisma.PropositionSelect;

async function readStancesAsOf(
  viewer: Viewer,
  slug: string,
  past: AsOf,
  language: Locale,
): Promise<PropositionStances> {
  const proposition = await db.proposition.findUnique({
    where: { slug },
    select: { theme: { select: { slug: true } } },
  });
  if (!proposition) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const [{ rows, members }, { tallies, speaking }] = await Promise.all([
    readRows(viewer, { theme: proposition.theme.slug, asOf: past.day }),
    tallyStancesAsOf(viewer, slug, past, previewLimits, language),
  ]);
  const row = rows.find((it) => it.slug === slug);
  if (!row) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const positions = await readByIdsAsOf(
    viewer,
    tallies.flatMap((it) => it.first),
    past,
    language,
  );
  const silent = inNameOrder(language).sort(members.filter(({ id }) => !speaking.has(id)));
  const first = silent.slice(
    0,
    silent.length > previewLimits.showAllUpTo ? previewLimits.perStance : previewLimits.showAllUpTo,
  );
  const { stances: _, ...told } = row;
  return {
    ...told,
    held: toStanceGroups(tallies, positions),
    silent: { total: silent.length, items: first.map(({ id: _id, ...name }) => name) },
  };
}

const toStanceGroups = (tallies: readonly Pick<StanceTally, "stance" | "total">[], positions: readonly Position[]) =>
  tallies.map(({ stance, total }) => ({
    stance,
    total,
    items: positions.filter(({ standing }) => standing?.stance === stance),
  }));

/** Who is silent on one proposition, or kept to others: page by page. */
export async function listNonRespondents(
  viewer: Viewer,
  { slug, asOf, ...page }: NonRespondentsInput,
  language: Locale,
) {
  const past = await findAsOf(db, asOf);
  const where = past ? nonRespondentsAsOf(viewer, slug, past) : nonRespondentsOn(viewer, slug);
  const order = byName(language, `silent on ${slug}`);
  const [rows, total] = await Promise.all([
    db.organization.findMany({ ...order.page(where, page), select: organizationNameSelect }),
    db.organization.count({ where }),
  ]);
  return order.toPage(rows, page, total, toOrganizationName);
}
