import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { mayHost, readableBy } from "./policy";

type Step = Omit<Prisma.BriefingStepUncheckedCreateInput, "briefingId" | "number" | "at">;

/** One more line in what became of a meeting. Whoever calls holds the meeting's row, so that the numbers have no holes. */
export async function addStep(tx: Tx, briefingId: string, step: Step) {
  const at = await readClock(tx);
  const count = await tx.briefingStep.count({ where: { briefingId } });
  await tx.briefingStep.create({ data: { briefingId, number: count + 1, at, ...step } });
}

/** The meeting as whoever hosts it is about to change it: found within what they may read, and held until the commit. */
export async function lockBriefing(tx: Tx, viewer: Viewer, slug: string) {
  const found = await tx.briefing.findFirst({
    where: { AND: [readableBy(viewer), { slug }] },
    select: { id: true, hostId: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  if (!mayHost(viewer, found)) throw new Refusal("FORBIDDEN", "notTheHost");
  await tx.$queryRaw`SELECT 1 FROM "Briefing" WHERE "id" = ${found.id}::uuid FOR UPDATE`;
  return tx.briefing.findUniqueOrThrow({ where: { id: found.id } });
}
