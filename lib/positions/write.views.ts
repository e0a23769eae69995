import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { mayKeepViews } from "./policy.views";
import { toView, viewSelect } from "./read.views";
import type { ViewInput, ViewKey } from "./schema.views";

async function findViewKey(tx: Tx, viewer: Viewer, slug: string) {
  const { personId } = viewer;
  if (personId === null || !mayKeepViews(viewer)) throw new Refusal("FORBIDDEN", "viewsInNetwork");
  const proposition = await tx.proposition.findUnique({ where: { slug }, select: { id: true } });
  if (!proposition) throw new Refusal("NOT_FOUND", "noSuchProposition");
  return { personId, propositionId: proposition.id };
}

// No activity entry for personal views: it would keep for ever when somebody thought about what.

/** Keeps what one person thinks for themselves; what they thought before is gone with it. */
export async function saveView(viewer: Viewer, { proposition, stance, note }: ViewInput) {
  return transact(async (tx) => {
    const key = await findViewKey(tx, viewer, proposition);
    const view = { stance, note: note || null, savedAt: await readClock(tx) };
    const row = await tx.personalView.upsert({
      where: { personId_propositionId: key },
      create: { ...key, ...view },
      update: view,
      select: viewSelect,
    });
    return toView(row);
  });
}

export async function discardView(viewer: Viewer, { proposition }: ViewKey) {
  return transact(async (tx) => {
    const { count } = await tx.personalView.deleteMany({ where: await findViewKey(tx, viewer, proposition) });
    if (count === 0) throw new Refusal("NOT_FOUND", "noSuchView");
    return { discarded: true as const };
  });
}
