import "server-only";
import { organizationNameSelect } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { readToday, type Today } from "@/lib/platform/time/today";
import type { Viewer } from "@/lib/viewer/schema";
import { type AsOf, findAsOf } from "../positions/read.as-of";
import { isAtHome } from "./policy";

/** When it is read: now, or at the end of a day that is over. `before` bounds what had happened by then. */
export type Moment = Today & { past: AsOf | null; before: { lt: Date } | undefined };

export async function findMoment(asOf: string | undefined): Promise<Moment> {
  const [today, past] = [await readToday(db), await findAsOf(db, asOf)];
  return { ...today, past, before: past ? { lt: past.end } : undefined, today: past?.day ?? today.today };
}

export const stepsSelect = (before: Moment["before"]) =>
  ({
    where: before ? { at: before } : {},
    orderBy: { number: "asc" },
    select: {
      number: true,
      status: true,
      version: true,
      at: true,
      reasonEn: true,
      reasonFr: true,
      cautionEn: true,
      cautionFr: true,
      organization: { select: organizationNameSelect },
    },
  }) satisfies Prisma.TalkingPoint$stepsArgs;

type Step = { status: string; version: number; at: Date };
type Point = { proposedById: string; leads: readonly { organizationId: string }[]; openedVersion: number | null };

/** What a reader is told happened: a draft's steps are for those who wrote it. */
export const stepsFor = <S extends Step>(viewer: Viewer, point: Point, steps: readonly S[]): S[] =>
  steps.filter(({ status }) => status !== "draft" || isAtHome(viewer, point));

/** The state that the steps until then lead to; null where nothing had been shown to this reader yet. */
export function stateAfter<S extends Step>(steps: readonly S[]) {
  const last = steps.at(-1);
  if (!last) return null;
  const usable = steps.filter(({ status }) => status === "usable").at(-1);
  // What was retired is usable in no version.
  return { last, usableVersion: last.status === "retired" ? null : (usable?.version ?? null) };
}
