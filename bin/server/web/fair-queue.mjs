/**
 * @typedef {object} Waiting a request that waits for its turn
 * @property {string} key whose it is
 * @property {boolean} first whether it goes before the others: whoever has an account, and whose body was read already
 * @property {number} since
 * @property {(taken: boolean) => void} turn
 */

/**
 * Requests that wait, of bounded number. Callers take turns, however many requests each of them has; when it is full, a
 * newcomer takes the last turn of whoever has the most, so that nobody can fill it. Those who go first are served before the
 * others, and take their turns from them.
 */
export class FairQueue {
  /** For each of the two ranks, the requests of each caller; the caller whose turn is next stands first. */
  #ranks = [new Map(), new Map()];
  #size = 0;

  get size() {
    return this.#size;
  }

  /**
   * Lets a request wait; gives back the one that has to leave for it, which may be itself, or null.
   * @param {Waiting} one
   * @param {number} maximum how many may wait
   * @returns {Waiting | null}
   */
  add(one, maximum) {
    const out = this.#size < maximum ? null : this.#findLoser(one);
    if (out === one) return one;
    if (out) this.remove(out);
    const rank = this.#rankOf(one);
    const own = rank.get(one.key);
    if (own) own.push(one);
    else rank.set(one.key, [one]);
    this.#size++;
    return out;
  }

  /** The next one, taken out. */
  take() {
    for (const rank of this.#ranks) {
      for (const [key, own] of rank) {
        const one = own.shift();
        rank.delete(key);
        if (own.length > 0) rank.set(key, own);
        this.#size--;
        return one;
      }
    }
    return undefined;
  }

  /** @param {Waiting} one @returns {boolean} whether it was waiting */
  remove(one) {
    const rank = this.#rankOf(one);
    const own = rank.get(one.key);
    const at = own?.indexOf(one) ?? -1;
    if (at < 0) return false;
    own.splice(at, 1);
    if (own.length === 0) rank.delete(one.key);
    this.#size--;
    return true;
  }

  /** Takes out whoever has waited since then or longer. */
  takeOlder(than) {
    const older = this.#ranks.flatMap((rank) => [...rank.values()].flat()).filter(({ since }) => since <= than);
    for (const one of older) this.remove(one);
    return older;
  }

  #rankOf({ first }) {
    return this.#ranks[first ? 0 : 1];
  }

  /** Who leaves a full queue for this one, or itself: the last of the longest line, and of equal lines of the one whose turn is last. */
  #findLoser(one) {
    const others = this.#ranks[1];
    const outranks = one.first && others.size > 0;
    const rank = outranks ? others : this.#rankOf(one);
    let longest = [];
    for (const line of rank.values()) if (line.length >= longest.length) longest = line;
    const own = rank.get(one.key)?.length ?? 0;
    return (outranks || longest.length > own + 1 ? longest.at(-1) : null) ?? one;
  }
}
