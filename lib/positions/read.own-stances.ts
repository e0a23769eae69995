import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** What stands in the register of the viewer's own organizations on these propositions, whoever else may read it. */
export async function readOwnStances(tx: Tx, viewer: Viewer, propositionIds: readonly string[]) {
  const own = organizationsOf(viewer);
  if (own.length === 0 || propositionIds.length === 0) return [];
  const rows = await tx.position.findMany({
    where: {
      organizationId: { in: own },
      propositionId: { in: [...propositionIds] },
      standingStance: { not: null },
    },
    orderBy: { proposition: { number: "asc" } },
    select: { organizationId: true, standingStance: true, proposition: { select: { slug: true, number: true } } },
  });
  return rows.flatMap(({ standingStance: stance, organizationId, proposition }) =>
    stance ? [{ organizationId, proposition: proposition.slug, number: proposition.number, stance }] : [],
  );
}
