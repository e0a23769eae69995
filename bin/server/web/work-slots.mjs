import { FairQueue } from "./fair-queue.mjs";
import { Pace } from "./pace.mjs";

/** Nobody is let wait who would have to wait longer than this for their turn, as turns went lately. */
const expectedMs = 2_000;
/** So many may wait all the same: where turns take long, they are few. */
const fewest = 16;
/** Whoever waited so long has no turn to hope for. */
const longestMs = 5_000;
/** Between two turns, before any was taken. */
const initialMs = 20;

/**
 * Lets so many requests be worked on at once, and some wait for their turn. Whoever would wait too long is refused at once:
 * waiting would make every answer late and none more likely.
 */
export class WorkSlots {
  #maximum;
  #now;
  #queue = new FairQueue();
  #pace;
  #atWork = 0;
  /** Milliseconds between two turns lately, while somebody was waiting, and when the last was taken. */
  #interval = initialMs;
  #lastTurn = null;

  /** @param {{ maximum: number, now?: () => number }} options */
  constructor({ maximum, now = () => performance.now() }) {
    this.#maximum = maximum;
    this.#now = now;
    this.#pace = new Pace(maximum, () => this.#tick());
  }

  /**
   * Calls `turn` at once or in a moment: with true when the request may be worked on, until `leave`; with false when it may not.
   * @param {Omit<import("./fair-queue.mjs").Waiting, "since">} request
   * @returns {() => void} for whoever does not want to wait any more
   */
  enter({ key, first, turn }) {
    if (this.#queue.size === 0 && this.#atWork < this.#pace.limit) {
      this.#begin(turn);
      return () => undefined;
    }
    const one = { key, first, turn, since: this.#now() };
    const refused = this.#queue.add(one, this.#room());
    this.#pace.watch();
    refused?.turn(false);
    return () => void this.#queue.remove(one);
  }

  /** One that was worked on is over. */
  leave() {
    this.#atWork--;
    this.#measure();
    this.#next();
    if (this.#queue.size === 0 && !this.#pace.isBusy(this.#atWork)) this.#pace.rest();
  }

  /** How many may wait. */
  #room() {
    const soon = Math.max(fewest, Math.floor(expectedMs / this.#interval));
    return Math.min(this.#maximum - this.#atWork, soon);
  }

  #measure() {
    if (this.#queue.size === 0) {
      this.#lastTurn = null;
      return;
    }
    const now = this.#now();
    if (this.#lastTurn !== null) this.#interval = 0.9 * this.#interval + 0.1 * (now - this.#lastTurn);
    this.#lastTurn = now;
  }

  #tick() {
    for (const { turn } of this.#queue.takeOlder(this.#now() - longestMs)) turn(false);
    const wanted = this.#queue.size > 0;
    if (wanted) this.#next();
    return wanted;
  }

  #next() {
    while (this.#atWork < this.#pace.limit) {
      const one = this.#queue.take();
      if (!one) return;
      this.#begin(one.turn);
    }
  }

  #begin(turn) {
    this.#atWork++;
    if (this.#pace.isBusy(this.#atWork)) this.#pace.watch();
    turn(true);
  }
}
