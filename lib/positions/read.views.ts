import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { decodeCursor, toPage } from "@/lib/platform/http/pagination";
import type { Viewer } from "@/lib/viewer/schema";
import { viewsReadableBy } from "./policy.views";
import { toPropositionName, wordingSelect } from "./read.shape";
import type { PersonalView, ViewsInput } from "./schema.views";

export const viewSelect = {
  stance: true,
  note: true,
  savedAt: true,
  proposition: { select: wordingSelect },
} satisfies Prisma.PersonalViewSelect;
type Row = Prisma.PersonalViewGetPayload<{ select: typeof viewSelect }>;

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
      select: viewSelect,
    }),
    db.personalView.count({ where }),
  ]);
  return toPage(rows.map(toView), offset, limit, total);
}
