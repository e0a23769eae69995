import "server-only";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { inNetwork, type Viewer } from "@/lib/platform/viewer";
import { concealedOn, type Held, type PastDay, readableOn, tellHeldOn, wordsOn } from "@/lib/positions/read";
import { concealedFrom } from "./policy";
import { type Look, listed, type Question, reserved, withReservation } from "./read.shape";

/** The same look at the end of a day that is over, under the rights of today. */
export const lookBack = (viewer: Viewer, question: Question, past: PastDay): Promise<Look> =>
  db.$transaction(
    async (tx) => {
      const { theme } = question;
      const members: Prisma.OrganizationWhereInput = inNetwork(viewer)
        ? past.members
        : { AND: [past.members, { listing: "public" }] };
      const about: Prisma.PropositionWhereInput = theme ? { theme: { slug: theme } } : {};
      const network = await tx.network.findUniqueOrThrow({ where: { id: 1 } });
      const propositions = await tx.proposition.findMany({
        where: about,
        orderBy: { number: "asc" },
        select: { id: true, slug: true, number: true, theme: { select: { slug: true } }, versions: wordsOn(past) },
      });
      const organizations = await tx.organization.findMany({
        where: members,
        orderBy: { slug: "asc" },
        select: listed,
      });
      const ids = organizations.map(({ id }) => id);
      const held = await tellHeldOn(tx, viewer, past, { organizations: ids, theme });
      const reservations = question.reservations
        ? await tx.positionRevision.findMany({
            where: {
              AND: [
                readableOn(viewer, past),
                withReservation,
                { position: { organization: members, proposition: about } },
              ],
            },
            select: reserved,
          })
        : [];
      const concealed = await tx.proposition.findMany({ where: concealedOn(viewer, past), select: { id: true } });
      const batch = await tx.concealedStance.findMany({
        where: concealedFrom(viewer),
        select: { organizationId: true, propositionId: true },
      });
      return {
        network,
        propositions: propositions.map(({ versions, ...it }) => ({
          ...it,
          version: versions[0]?.number ?? 1,
          words: versions[0],
        })),
        organizations,
        held,
        reservations,
        hidden: new Set([...concealed.map((it) => it.id), ...findWidened(held, ids, batch)]),
      };
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );

type Pair = { organizationId: string; propositionId: string };

/** What still stands and was shown to more since the last batch is held concealed until the next, here as in the present. */
function findWidened(held: readonly Held[], organizations: readonly string[], batch: readonly Pair[]): string[] {
  const places = new Map(organizations.map((id, place) => [id, place]));
  const isStill = ({ organizationId, propositionId }: Pair) => {
    const place = places.get(organizationId);
    return (
      place !== undefined &&
      held.some((it) => it.still && it.propositionId === propositionId && it.places.includes(place))
    );
  };
  return batch.filter(isStill).map((it) => it.propositionId);
}
