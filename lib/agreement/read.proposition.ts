import "server-only";
import { readableBy as organizationsReadableBy } from "@/lib/organizations/policy";
import { named, toName } from "@/lib/organizations/read";
import { db, type Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/list";
import { inNetwork, type Viewer } from "@/lib/platform/viewer";
import { readableBy as positionsReadableBy } from "@/lib/positions/policy";
import {
  findPastDay,
  listChosen,
  listChosenOn,
  type PastDay,
  readableOn,
  type Tally,
  tallyStances,
  tallyStancesOn,
} from "@/lib/positions/read";
import type { Position } from "@/lib/positions/schema";
import { concealedFrom } from "./policy";
import { readRows } from "./read";
import { assess, noneStated } from "./rules";
import type { Holdings, HoldingsInput, SilentInput } from "./schema.proposition";

/** A small coalition is told of whole. Of a large one so many of each answer, and where the others are. */
const most = { whole: 40, each: 8, common: 500 };

const membersFor = (viewer: Viewer): Prisma.OrganizationWhereInput => ({
  AND: [organizationsReadableBy(viewer), { status: "member" }],
});

/** Members of whom this viewer sees no answer to a proposition. */
const silentOn = (viewer: Viewer, proposition: string): Prisma.OrganizationWhereInput => ({
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

const silentThen = (viewer: Viewer, proposition: string, past: PastDay): Prisma.OrganizationWhereInput => ({
  AND: [
    past.members,
    inNetwork(viewer) ? {} : { listing: "public" },
    {
      positions: {
        none: { proposition: { slug: proposition }, revisions: { some: readableOn(viewer, past) } },
      },
    },
  ],
});

/** One proposition with who holds what. It costs as much with ten thousand members as with fifty. */
export async function readHoldings(viewer: Viewer, { slug, asOf }: HoldingsInput): Promise<Holdings> {
  const past = await findPastDay(db, asOf);
  return past ? holdingsOn(viewer, slug, past) : holdingsNow(viewer, slug);
}

async function holdingsNow(viewer: Viewer, slug: string): Promise<Holdings> {
  // In one snapshot: between two moments a dissent could be narrowed away before "some not shown" says so.
  const { told, tallies, silent } = await db.$transaction((tx) => look(tx, viewer, slug), {
    isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
  });
  const positions = await listChosen(
    viewer,
    tallies.flatMap((it) => it.first),
  );
  return { ...told, held: toHeld(tallies, positions), silent };
}

async function look(tx: Tx, viewer: Viewer, slug: string) {
  const proposition = await tx.proposition.findUnique({
    where: { slug },
    select: { ...worded, concealed: { where: concealedFrom(viewer), take: 1, select: { organizationId: true } } },
  });
  if (!proposition) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const network = await tx.network.findUniqueOrThrow({ where: { id: 1 } });
  const tallies = await tallyStances(tx, viewer, slug, most);
  const members = await tx.organization.count({ where: membersFor(viewer) });
  const total = members - tallies.reduce((sum, it) => sum + it.members, 0);
  const rows = await tx.organization.findMany({
    where: silentOn(viewer, slug),
    orderBy: { slug: "asc" },
    take: total > most.whole ? most.each : most.whole,
    select: named,
  });
  const stated = noneStated();
  for (const { stance, counted } of tallies) stated[stance] = counted;
  const someHidden = network.concealedAt === null || proposition.concealed.length > 0;
  const { number, theme, versions } = proposition;
  const title = { en: versions[0]?.titleEn ?? "", fr: versions[0]?.titleFr ?? "" };
  const verdict = assess(stated, { members, tooFewBelow: network.tooFewBelow, someHidden });
  return {
    told: { slug, number, title, theme: theme.slug, ...verdict },
    tallies,
    silent: { total, items: rows.map(toName) },
  };
}

const worded = {
  number: true,
  theme: { select: { slug: true } },
  versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true, titleFr: true } },
} satisfies Prisma.PropositionSelect;

async function holdingsOn(viewer: Viewer, slug: string, past: PastDay): Promise<Holdings> {
  const proposition = await db.proposition.findUnique({
    where: { slug },
    select: { theme: { select: { slug: true } } },
  });
  if (!proposition) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const [{ rows, members }, { tallies, speaking }] = await Promise.all([
    readRows(viewer, { theme: proposition.theme.slug, asOf: past.day }),
    tallyStancesOn(viewer, slug, past, most),
  ]);
  const row = rows.find((it) => it.slug === slug);
  if (!row) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const positions = await listChosenOn(
    viewer,
    tallies.flatMap((it) => it.first),
    past,
  );
  const silent = members.filter(({ id }) => !speaking.has(id));
  const first = silent.slice(0, silent.length > most.whole ? most.each : most.whole);
  const { stances: _, ...told } = row;
  return {
    ...told,
    held: toHeld(tallies, positions),
    silent: { total: silent.length, items: first.map(({ id: _id, ...name }) => name) },
  };
}

const toHeld = (tallies: readonly Pick<Tally, "stance" | "total">[], positions: readonly Position[]) =>
  tallies.map(({ stance, total }) => ({
    stance,
    total,
    items: positions.filter(({ standing }) => standing?.stance === stance),
  }));

/** Who is silent on one proposition, or kept to others: page by page. */
export async function listSilent(viewer: Viewer, { slug, asOf, limit, cursor }: SilentInput) {
  const past = await findPastDay(db, asOf);
  const where = past ? silentThen(viewer, slug, past) : silentOn(viewer, slug);
  const offset = decodeCursor(cursor);
  const [rows, total] = await Promise.all([
    db.organization.findMany({ where, orderBy: { slug: "asc" }, skip: offset, take: limit, select: named }),
    db.organization.count({ where }),
  ]);
  return toPage(rows.map(toName), offset, limit, total);
}
