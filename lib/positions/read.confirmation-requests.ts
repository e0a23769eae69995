import "server-only";
import { findSignatory } from "@/lib/mandates/policy.authority";
import { findSigners } from "@/lib/mandates/read.signers";
import type { Tx } from "@/lib/platform/db/client";
import { toDay } from "@/lib/platform/time/day";
import type { Viewer } from "@/lib/viewer/schema";
import { addDays, reviewAhead } from "./rules";
import { confirmersOf, findConfirmer } from "./rules.confirmation-requests";

type Moment = { now: Date; today: string };

async function findDue(tx: Tx, organizationIds: readonly string[], today: string) {
  const rows = await tx.position.findMany({
    where: {
      organizationId: { in: [...organizationIds] },
      organization: { status: "member" },
      standing: { not: null },
      reviewBy: { lte: new Date(addDays(today, reviewAhead)) },
    },
    orderBy: [{ reviewBy: "asc" }, { id: "asc" }],
    select: {
      id: true,
      organizationId: true,
      reviewBy: true,
      standingVisibility: true,
      proposition: { select: { themeId: true } },
      confirmationRequests: { select: { reviewBy: true, signatoryId: true } },
    },
  });
  return rows.flatMap(({ reviewBy, standingVisibility: visibility, proposition, confirmationRequests, ...it }) =>
    reviewBy && visibility
      ? [
          {
            ...{ ...it, reviewBy, visibility, themeId: proposition.themeId },
            asked: confirmationRequests
              .filter((request) => toDay(request.reviewBy) === toDay(reviewBy))
              .map((request) => request.signatoryId),
          },
        ]
      : [],
  );
}

/** What of these organizations is due for review, and with whom it is: the viewer, somebody asked, somebody to ask, or nobody. */
export async function findConfirming(tx: Tx, viewer: Viewer, organizationIds: readonly string[], moment: Moment) {
  const [due, signers] = await Promise.all([
    findDue(tx, organizationIds, moment.today),
    findSigners(tx, organizationIds, moment.now),
  ]);
  return organizationIds.flatMap((organizationId) => {
    const own = due.filter((it) => it.organizationId === organizationId);
    const able = confirmersOf(
      signers.filter((it) => it.organizationId === organizationId),
      own,
    );
    return own.map((position) => ({
      position,
      mayConfirm: findSignatory(viewer, position, position.visibility) !== null,
      confirmer: findConfirmer(able(position), position.asked),
    }));
  });
}
