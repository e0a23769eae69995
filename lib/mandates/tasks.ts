import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Today } from "@/lib/platform/time/today";
import { draftingOrganizationsOf, membershipsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { findGiversIn } from "./read.signers";
import type { MandateTask } from "./schema.tasks";

/** A mandate to be asked for, at each of the viewer's member organizations for which they may not write on any theme. */
export async function listMandateTasks(viewer: Viewer, { now }: Today): Promise<MandateTask[]> {
  const { personId } = viewer;
  const drafting = new Set(draftingOrganizationsOf(viewer).map((it) => it.organizationId));
  const wanting = membershipsOf(viewer).filter((it) => !drafting.has(it.organizationId));
  if (personId === null || wanting.length === 0) return [];
  const ids = wanting.map((it) => it.organizationId);
  const [givers, open] = await Promise.all([
    findGiversIn(db, ids, { personId, now }),
    db.mandateRequest.findMany({ where: { personId, organizationId: { in: ids } } }),
  ]);
  return wanting.map(({ organizationId, slug }): MandateTask => {
    const found = givers.get(organizationId);
    const request = open.find((it) => it.organizationId === organizationId);
    return {
      ...{ noun: "mandates", kind: "ask", organization: slug, thing: personId, version: 1 },
      ...{ day: null, person: personId },
      facts: {
        givers: found?.givers.map(({ name }) => name) ?? [],
        self: found?.self ?? false,
        requestedAt: request?.at.toISOString() ?? null,
      },
    };
  });
}
