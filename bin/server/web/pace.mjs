const tickMs = 10;
const lateMs = 40;
const least = 4;
/** So many ticks in a row must the processor have had time to spare before one more is let in. */
const ticksToMore = 10;
const spare = 0.5;

/**
 * How many requests may be worked on at a time. Work that waits for others may be plentiful; work that takes the processor may
 * not, since everybody waits for all that is begun, whoever is turned away too. Which of them it is shows in how late a timer
 * is, and in how much of its time the event loop works: fewer are let in when it is late, and more when it has time to spare.
 */
export class Pace {
  #maximum;
  #limit;
  #isWanted;
  #idleTicks = 0;
  /** @type {NodeJS.Timeout | null} */
  #timer = null;

  /**
   * @param {number} maximum
   * @param {() => boolean} isWanted whether anybody waits; called at every tick
   */
  constructor(maximum, isWanted) {
    this.#maximum = maximum;
    this.#limit = Math.min(least, maximum);
    this.#isWanted = isWanted;
  }

  get limit() {
    return this.#limit;
  }

  /** Whether so many are worked on that it is worth watching. */
  isBusy(atWork) {
    return atWork >= Math.min(least, this.#maximum);
  }

  watch() {
    if (this.#timer) return;
    let before = performance.now();
    let use = performance.eventLoopUtilization();
    this.#timer = setInterval(() => {
      const [now, sum] = [performance.now(), performance.eventLoopUtilization()];
      const { utilization } = performance.eventLoopUtilization(sum, use);
      this.adjust({ late: now - before - tickMs, utilization, wanted: this.#isWanted() });
      [before, use] = [now, sum];
    }, tickMs).unref();
  }

  rest() {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  /**
   * @param {object} tick
   * @param {number} tick.late by how many milliseconds the timer was
   * @param {number} tick.utilization the share of its time that the event loop worked
   * @param {boolean} tick.wanted whether more would be begun if they might
   */
  adjust({ late, utilization, wanted }) {
    if (late > lateMs) this.#limit = Math.max(Math.min(least, this.#maximum), Math.floor(this.#limit / 2));
    this.#idleTicks = wanted && utilization < spare ? this.#idleTicks + 1 : 0;
    if (this.#idleTicks < ticksToMore) return;
    this.#idleTicks = 0;
    this.#limit = Math.min(this.#maximum, this.#limit + 1);
  }
}
