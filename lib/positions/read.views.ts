import "server-only";
import { db } from "@/lib/platform/db/client";
import { asc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
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

const byNumber = keyset<Prisma.PersonalViewWhereInput, Prisma.PersonalViewOrderByWithRelationInput>(
  "views",
  asc("proposition.number"),
);

export async function listViews(viewer: Viewer, page: ViewsInput) {
  const where = viewsReadableBy(viewer);
  const [rows, total] = await Promise.all([
    db.personalView.findMany({ ...byNumber.page(where, page), select: viewSelect }),
    db.personalView.count({ where }),
  ]);
  return byNumber.toPage(rows, page, total, toView);
}
