import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { TaskPage } from "@/lib/tasks/schema";
import { findConvening } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayDecide, readableBy } from "./policy";
import type { ProposalTask } from "./schema.tasks";

/** Proposals that wait for this viewer as the convener, whichever was there first; none for everybody else. */
export async function listProposalTasks(viewer: Viewer, limit: number): Promise<TaskPage<ProposalTask>> {
  const convening = findConvening(viewer);
  if (!convening || !mayDecide(viewer)) return { total: 0, items: [] };
  const where: Prisma.ProposalWhereInput = { AND: [readableBy(viewer), { state: "proposed" }] };
  const [rows, total] = await Promise.all([
    db.proposal.findMany({
      where,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: limit,
      select: proposalSelect,
    }),
    db.proposal.count({ where }),
  ]);
  const items = rows.map(
    (row): ProposalTask => ({
      ...{
        noun: "proposals",
        kind: "decide",
        organization: convening.slug,
        thing: row.id,
        version: row.version,
      },
      ...{ day: null, person: null },
      facts: {
        id: row.id,
        title: { en: row.titleEn, fr: row.titleFr },
        organization: toOrganizationName(row.organization),
        proposedAt: row.proposedAt?.toISOString() ?? null,
      },
    }),
  );
  return { total, items };
}

const proposalSelect = {
  id: true,
  titleEn: true,
  titleFr: true,
  version: true,
  proposedAt: true,
  organization: { select: organizationNameSelect },
} satisfies Prisma.ProposalSelect;
