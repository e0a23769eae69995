import "server-only";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { type AsOf, readableAsOf, readStanceMatrixAsOf, wordingAsOf } from "@/lib/positions/read";
import { inNetwork } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { readConcealed } from "./read.concealed";
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
      const concealed = await readConcealed(tx, viewer, network, past);
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
        concealed,
      };
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
