import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Handovers, ViewContext } from "./read.shape";

/** When each draft was last handed over, and last handed back. */
export async function findHandovers(positionIds: string[]): Promise<ViewContext["handovers"]> {
  if (positionIds.length === 0) return new Map();
  const steps = await db.positionStep.findMany({
    where: { positionId: { in: positionIds }, kind: { in: ["submitted", "signed_once", "returned"] } },
    orderBy: { number: "asc" },
    select: { positionId: true, kind: true, at: true, actorId: true, note: true },
  });
  const handovers = new Map<string, Handovers>();
  for (const { positionId, kind, ...handover } of steps) {
    handovers.set(positionId, { ...handovers.get(positionId), [kind]: handover });
  }
  return handovers;
}

/** Who these random ids are, for those whose row is still there. */
export async function findNames(personIds: string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, name: true },
  });
  return new Map(people.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));
}
