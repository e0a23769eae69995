import "server-only";
import { cache } from "react";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { openingSelect } from "./policy.comments";
import { pointAt } from "./rules.address";

export const wordingSelect = {
  ...{ key: true, number: true, kind: true, en: true, fr: true, questionEn: true, questionFr: true },
  ...{ source: true, addresseeEn: true, addresseeFr: true },
} satisfies Prisma.TalkingPointClauseSelect;

const pointSelect = {
  id: true,
  slug: true,
  status: true,
  version: true,
  currentVersion: true,
  openedVersion: true,
  proposedById: true,
  leads: { select: { organizationId: true } },
  steps: openingSelect,
  current: {
    select: {
      ...{ digest: true, titleEn: true, titleFr: true },
      themes: { select: { themeId: true } },
      clauses: {
        orderBy: { number: "asc" },
        select: {
          ...wordingSelect,
          /** What was last said of its two languages. */
          parity: { orderBy: { number: "desc" }, take: 1, select: { parity: true } },
          redLineNotes: { select: { redLine: true } },
        },
      },
    },
  },
} satisfies Prisma.TalkingPointSelect;

export type StandingPoint = Prisma.TalkingPointGetPayload<{ select: typeof pointSelect }>;

/**
 * A point with the words in force, as whatever stands around them is read: remarks, amendments, rounds, marks. 404 unless the
 * viewer may read it. Read once per page.
 */
export const findPoint = cache(async (viewer: Viewer, id: string): Promise<StandingPoint> => {
  const point = await db.talkingPoint.findFirst({
    where: { AND: [readableBy(viewer), pointAt(id)] },
    select: pointSelect,
  });
  if (!point) throw new Refusal("NOT_FOUND", "noSuchTalkingPoint");
  return point;
});
