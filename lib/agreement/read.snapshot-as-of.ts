import "server-only";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import {
  type AsOf,
  concealedAsOf,
  readableAsOf,
  readStanceMatrixAsOf,
  type StanceRow,
  wordingAsOf,
} from "@/lib/positions/read";
import { inNetwork } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { concealedFrom } from "./policy";
import { type GridData, type GridQuestion, memberSelect, reservationSelect, withReservation } from "./read.shape";

/** The same data as of the end of a past day. Rights are today's: who may read a stance now decides, not who could then. */
export const readSnapshotAsOf = (viewer: Viewer, question: GridQuestion, past: AsOf): Promise<GridData> =>
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
        select: { id: true, slug: true, number: true, theme: { select: { slug: true } }, versions: wordingAsOf(past) },
      });
      const organizations = await tx.organization.findMany({
        where: members,
        orderBy: { slug: "asc" },
        select: memberSelect,
      });
      const ids = organizations.map(({ id }) => id);
      const stanceRows = await readStanceMatrixAsOf(tx, viewer, past, { organizations: ids, theme });
      const reservations = question.reservations
        ? await tx.positionRevision.findMany({
            where: {
              AND: [
                readableAsOf(viewer, past),
                withReservation,
                { position: { organization: members, proposition: about } },
              ],
            },
            select: reservationSelect,
          })
        : [];
      const concealed = await tx.proposition.findMany({ where: concealedAsOf(viewer, past), select: { id: true } });
      const batch = await tx.concealedStance.findMany({
        where: concealedFrom(viewer),
        select: { organizationId: true, propositionId: true },
      });
      return {
        network,
        propositions: propositions.map(({ versions, ...it }) => ({
          ...it,
          version: versions[0]?.number ?? 1,
          wording: versions[0],
        })),
        organizations,
        stanceRows,
        reservations,
        hidden: new Set([...concealed.map((it) => it.id), ...findWidened(stanceRows, ids, batch)]),
      };
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );

type ConcealedKey = { organizationId: string; propositionId: string };

/** Stances concealed in the last batch and widened since count as hidden until the next: else the change would show who was hidden. */
function findWidened(
  stanceRows: readonly StanceRow[],
  organizations: readonly string[],
  batch: readonly ConcealedKey[],
): string[] {
  const indexes = new Map(organizations.map((id, index) => [id, index]));
  const isStill = ({ organizationId, propositionId }: ConcealedKey) => {
    const index = indexes.get(organizationId);
    return (
      index !== undefined &&
      stanceRows.some((it) => it.still && it.propositionId === propositionId && it.organizationIndexes.includes(index))
    );
  };
  return batch.filter(isStill).map((it) => it.propositionId);
}
