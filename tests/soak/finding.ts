import type { Journal } from "./journal";
import type { DurableServer, SoakOptions } from "./setting";

/** What came of one fault. Times are in milliseconds. */
export type Finding = {
  injected: number;
  acknowledged: number;
  /** Sent, and never told what became of it. */
  unheard: number;
  lost: number;
  doubled: number;
  halved: number;
  /** From a fault to the next acknowledged call that was begun after it. */
  recoveries: number[];
  /** Within which it has to work again. */
  limit: number | null;
  /** Promises that did not hold, in words. */
  broken: string[];
  /** What the reader should know besides. */
  remarks: string[];
};

export type Trial = { server: DurableServer; choice: SoakOptions };

/** One way in which things go wrong, by the name it is asked for with --only. */
export type Fault = { name: string; says: string; run: (trial: Trial) => Promise<Finding | Skipped> };

/** Why a fault cannot be tried on this machine. */
export type Skipped = { skipped: string };

export const isSkipped = (it: Finding | Skipped): it is Skipped => "skipped" in it;

export const nothingFound: Finding = {
  injected: 0,
  acknowledged: 0,
  unheard: 0,
  lost: 0,
  doubled: 0,
  halved: 0,
  recoveries: [],
  limit: null,
  broken: [],
  remarks: [],
};

export const slowestOf = ({ recoveries }: Finding): number | null =>
  recoveries.length > 0 ? Math.max(...recoveries) : null;

/** Whether everything that was promised held. */
export function keepsPromises(finding: Finding): boolean {
  const { lost, doubled, halved, broken, limit } = finding;
  const inTime = limit === null || (slowestOf(finding) ?? 0) <= limit;
  return lost + doubled + halved === 0 && broken.length === 0 && inTime;
}

export const countsOf = (journal: Journal) => ({ acknowledged: journal.acknowledged, unheard: journal.unheard });

/** The first few of what went wrong, and how many more there are. */
export function someOf(words: string[], most = 6): string[] {
  return words.length <= most ? words : [...words.slice(0, most), `… and ${words.length - most} more of the kind`];
}
