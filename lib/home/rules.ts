import { addDays } from "@/lib/platform/time/working-days";
import { type Stance, stances, type Visibility } from "@/lib/positions/schema";

/** A standing position, as far as the counts need it. */
type StandingStance = { stance: Stance; visibility: Visibility; reviewBy: string | null };

/** Counted from what stands: a draft says nothing yet, and silence is no answer. */
export function countStances(standing: readonly StandingStance[], propositions: number, today: string) {
  const counts = Object.fromEntries(stances.map((stance) => [stance, 0])) as Record<Stance, number>;
  for (const { stance } of standing) counts[stance] += 1;
  return {
    counts,
    propositions,
    notRecorded: propositions - standing.length,
    public: standing.filter((it) => it.visibility === "public").length,
    stale: standing.filter((it) => it.reviewBy !== null && it.reviewBy < today).length,
  };
}

const reviewAhead = 30;

/** Past its review date, or within thirty days of it. */
export const isDueForReview = (reviewBy: string | null, today: string) =>
  reviewBy !== null && reviewBy <= addDays(today, reviewAhead);

/** The first few of a list, and how many there are. */
export const firstOf = <T>(items: readonly T[], limit = 10) => ({ total: items.length, items: items.slice(0, limit) });
