import "server-only";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { inNetwork, type Viewer } from "@/lib/platform/viewer";
import { concealedOn, type PastDay, readableOn, wordsOn } from "@/lib/positions/read";
import { concealedFrom } from "./policy";
import { type Look, listed, type Question, toGiven } from "./read.shape";

/** The same look at the end of a day that is over, under the rights of today. */
export async function lookBack(viewer: Viewer, { theme }: Question, past: PastDay): Promise<Look> {
  const members: Prisma.OrganizationWhereInput = inNetwork(viewer)
    ? past.members
    : { AND: [past.members, { listing: "public" }] };
  const about: Prisma.PropositionWhereInput = theme ? { theme: { slug: theme } } : {};
  const [network, propositions, organizations, revisions, concealed, batch] = await db.$transaction(
    [
      db.network.findUniqueOrThrow({ where: { id: 1 } }),
      db.proposition.findMany({
        where: about,
        orderBy: { number: "asc" },
        select: { id: true, slug: true, number: true, theme: { select: { slug: true } }, versions: wordsOn(past) },
      }),
      db.organization.findMany({ where: members, orderBy: { slug: "asc" }, select: listed }),
      db.positionRevision.findMany({
        where: {
          AND: [readableOn(viewer, past), { position: { organization: members, proposition: about } }],
        },
        select: {
          propositionVersion: true,
          stance: true,
          reservationEn: true,
          reservationFr: true,
          stoodUntil: true,
          position: { select: { organizationId: true, propositionId: true } },
        },
      }),
      db.proposition.findMany({ where: concealedOn(viewer, past), select: { id: true } }),
      db.concealedStance.findMany({
        where: concealedFrom(viewer),
        select: { organizationId: true, propositionId: true },
      }),
    ],
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
  // What still stands and was shown to more since the last batch is held concealed until the next, here as in the present.
  const held = new Set(batch.map((it) => `${it.organizationId}/${it.propositionId}`));
  const widened = revisions.filter(
    ({ stoodUntil, position: it }) => stoodUntil === null && held.has(`${it.organizationId}/${it.propositionId}`),
  );
  return {
    network,
    propositions: propositions.map(({ versions, ...it }) => ({
      ...it,
      version: versions[0]?.number ?? 1,
      words: versions[0],
    })),
    organizations,
    given: revisions.map(({ position, ...it }) => toGiven(it, position)),
    hidden: new Set([...concealed.map((it) => it.id), ...widened.map((it) => it.position.propositionId)]),
  };
}
