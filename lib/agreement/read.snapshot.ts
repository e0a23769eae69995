import "server-only";
import { readableBy as organizationsReadableBy } from "@/lib/organizations/policy";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { readableBy as positionsReadableBy } from "@/lib/positions/policy";
import { readStanceMatrix } from "@/lib/positions/read";
import type { Viewer } from "@/lib/viewer/schema";
import { readConcealed } from "./read.concealed";
import { type GridData, type GridQuestion, memberSelect, reservationSelect, withReservation } from "./read.shape";

const wordingSelect = {
  id: true,
  slug: true,
  number: true,
  currentVersion: true,
  theme: { select: { slug: true } },
  versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true, titleFr: true } },
} satisfies Prisma.PropositionSelect;

/**
 * Grid data in one REPEATABLE READ snapshot: read at two moments, a dissent could be narrowed away before "some not
 * shown" appears. The number of statements does not depend on the data.
 */
export const readSnapshot = (viewer: Viewer, question: GridQuestion): Promise<GridData> =>
  db.$transaction(
    async (tx) => {
      const { theme } = question;
      const members: Prisma.OrganizationWhereInput = { AND: [organizationsReadableBy(viewer), { status: "member" }] };
      const about: Prisma.PropositionWhereInput = theme ? { theme: { slug: theme } } : {};
      const network = await tx.network.findUniqueOrThrow({ where: { id: 1 } });
      const propositions = await tx.proposition.findMany({
        where: about,
        orderBy: { number: "asc" },
        select: wordingSelect,
      });
      const organizations = await tx.organization.findMany({
        where: members,
        orderBy: { slug: "asc" },
        select: memberSelect,
      });
      const stanceRows = await readStanceMatrix(tx, viewer, {
        organizations: organizations.map(({ id }) => id),
        theme,
      });
      const standing: Prisma.PositionWhereInput = {
        AND: [
          positionsReadableBy(viewer),
          { standing: { not: null } },
          { organization: members },
          { proposition: about },
        ],
      };
      const reservations = question.reservations
        ? await tx.positionRevision.findMany({
            where: { AND: [withReservation, { standingOf: standing }] },
            select: reservationSelect,
          })
        : [];
      const concealed = await readConcealed(tx, viewer, network);
      return {
        network,
        propositions: propositions.map(({ currentVersion: version, versions, ...it }) => ({
          ...it,
          version,
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
