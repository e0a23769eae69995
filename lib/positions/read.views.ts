import "server-only";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/list";
import type { Viewer } from "@/lib/platform/viewer";
import { viewsReadableBy } from "./policy.views";
import { toPropositionName, worded } from "./read.shape";
import type { PersonalView, ViewsInput } from "./schema.views";

export const shownView = {
  stance: true,
  note: true,
  savedAt: true,
  proposition: { select: worded },
} satisfies Prisma.PersonalViewSelect;
type Row = Prisma.PersonalViewGetPayload<{ select: typeof shownView }>;

export const toView = ({ stance, note, savedAt, proposition }: Row): PersonalView => ({
  proposition: toPropositionName(proposition),
  stance,
  note,
  savedAt: savedAt.toISOString(),
});

export async function listViews(viewer: Viewer, { limit, cursor }: ViewsInput) {
  const offset = decodeCursor(cursor);
  const where = viewsReadableBy(viewer);
  const [rows, total] = await Promise.all([
    db.personalView.findMany({
      where,
      orderBy: { proposition: { number: "asc" } },
      skip: offset,
      take: limit,
      select: shownView,
    }),
    db.personalView.count({ where }),
  ]);
  return toPage(rows.map(toView), offset, limit, total);
}
