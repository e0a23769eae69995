const tickMs = 10;
const ticksToJudge = 10;
const lateMs = 40;
const least = 4;
/** There are ten connections to the database: many more at a time would only wait for one another there. */
const greatest = 16;
/** Shares of its time that the event loop works: below the one there is room for more, above the other for no more. */
const [spare, full] = [0.8, 0.9];

/**
 * How many requests may be worked on at a time. Work that waits for others may be plentiful; work that takes the processor may
 * not, since everybody waits for all that is begun, whoever is turned away too. Which of them it is shows in how late a timer
 * is, and in how much of its time the event loop works: fewer are let in when it is late, and more when it has time to spare.
 */
export class Pace {
  #maximum;
  #limit;
  #isWanted;
  /** @type {NodeJS.Timeout | null} */
  #timer = null;

  /**
   * @param {number} maximum
   * @param {() => boolean} isWanted whether anybody waits; called at every tick
   */
  constructor(maximum, isWanted) {
    this.#maximum = Math.min(greatest, maximum);
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
    let [ticks, latest] = [0, 0];
    this.#timer = setInterval(() => {
      const now = performance.now();
      latest = Math.max(latest, now - before - tickMs);
      before = now;
      const wanted = this.#isWanted();
      if (++ticks < ticksToJudge) return;
      const sum = performance.eventLoopUtilization();
      this.adjust({ late: latest, utilization: performance.eventLoopUtilization(sum, use).utilization, wanted });
      [use, ticks, latest] = [sum, 0, 0];
    }, tickMs).unref();
  }

  rest() {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  /**
   * @param {object} lately
   * @param {number} lately.late by how many milliseconds a timer was at most
   * @param {number} lately.utilization the share of its time that the event loop worked
   * @param {boolean} lately.wanted whether more would be begun if they might
   */
  adjust({ late, utilization, wanted }) {
    if (utilization < spare && late <= lateMs && wanted) this.#limit = Math.min(this.#maximum, this.#limit + 1);
    else if (utilization > full && late > lateMs)
      this.#limit = Math.max(Math.min(least, this.#maximum), Math.floor(this.#limit / 2));
  }
}
