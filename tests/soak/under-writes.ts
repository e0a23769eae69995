import { setTimeout as pause } from "node:timers/promises";
import { compare } from "./compare";
import { countsOf, type Finding, nothingFound, someOf } from "./finding";
import { Journal } from "./journal";
import type { Setting } from "./setting";
import { keepWriting } from "./writer";

type Plan = {
  /** Where the next call of a writer goes. */
  origin: (desk: number) => string;
  /** Within which calls have to succeed again after a fault. */
  limit?: number;
  /** How long a writer waits for an answer. */
  within?: number;
  /** Goes on after the last fault until so many calls were acknowledged. */
  least?: number;
};

export type Writes = {
  journal: Journal;
  /** Waits until a call succeeds that was begun after this moment, and notes how long that took. */
  untilWorks: (since: number) => Promise<void>;
};

const patience = 120_000;

/** Everybody writes while something goes wrong; then what they were told is held against the database. */
export async function underWrites(
  setting: Setting,
  { origin, limit, within, least = 0 }: Plan,
  goWrong: (writes: Writes) => Promise<number>,
): Promise<Finding> {
  const journal = new Journal();
  const recoveries: number[] = [];
  let over = false;
  const isOver = () => over;
  const writers = setting.world.desks.map((desk, n) =>
    keepWriting({ origin: () => origin(n), desk, journal, isOver, ...(within ? { within } : {}) }),
  );
  const untilWorks = async (since: number) => {
    while (journal.lastBegun < since) {
      if (performance.now() - since > patience) throw new Error(`nothing works again: ${journal.troubles()}`);
      await pause(5);
    }
    recoveries.push(performance.now() - since);
  };
  try {
    await untilWorks(performance.now());
    recoveries.length = 0;
    const injected = await goWrong({ journal, untilWorks });
    while (journal.acknowledged < least) await pause(10);
    over = true;
    await Promise.all(writers);
    const { messages: words, ...figures } = await compare(setting, journal);
    const troubles = journal.troubles();
    return {
      ...nothingFound,
      ...countsOf(journal),
      ...figures,
      injected,
      recoveries,
      limit: limit ?? null,
      broken: [...someOf(journal.broken), ...words],
      remarks: troubles ? [`other answers: ${troubles}`] : [],
    };
  } finally {
    over = true;
    await Promise.allSettled(writers);
  }
}
