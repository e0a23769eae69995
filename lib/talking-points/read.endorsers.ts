import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Power } from "@/lib/platform/generated/prisma/enums";
import { readClock } from "@/lib/platform/time/clock";
import { inForce } from "@/lib/viewer/read.mandates-in-force";

/** Who uses a power for these member organizations now, under a mandate that covers all these themes: people and whom they act for. */
export async function listMandated(
  organizationIds: readonly string[],
  power: Power,
  themeIds: readonly string[],
  tx: Tx = db,
) {
  const mandates = await tx.mandate.findMany({
    where: {
      organizationId: { in: [...organizationIds] },
      organization: { status: "member" },
      powers: { has: power },
      ...inForce(await readClock(tx)),
    },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
    select: {
      personId: true,
      organizationId: true,
      allThemes: true,
      themes: { select: { themeId: true } },
      person: { select: { representations: { where: { endedAt: null }, select: { organizationId: true } } } },
    },
  });
  const covers = ({ allThemes, themes }: (typeof mandates)[number]) =>
    allThemes || (themeIds.length > 0 && themeIds.every((it) => themes.some(({ themeId }) => themeId === it)));
  return mandates
    .filter((it) => it.person.representations.some((part) => part.organizationId === it.organizationId) && covers(it))
    .map(({ personId, organizationId }) => ({ personId, organizationId }));
}

export const listEndorsers = (organizationIds: readonly string[], themeIds: readonly string[], tx: Tx = db) =>
  listMandated(organizationIds, "endorse", themeIds, tx);
