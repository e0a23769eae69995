/** A set of whole numbers from 0 on, 32 to a word. */
export type Bits = Uint32Array;

const countUnits = (count: number) => (count + 31) >>> 5;

export const makeBits = (count: number): Bits => new Uint32Array(countUnits(count));

export function addBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
}

export const hasBit = (bits: Bits, at: number) => (((bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;

/** All of 0 … count − 1. */
export function allBits(count: number): Bits {
  const bits = makeBits(count);
  for (let at = 0; at < count; at++) addBit(bits, at);
  return bits;
}

/** Ones in a word. @source Warren, Hacker's Delight (2nd ed.) § 5–1 */
export function countOnes(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) count += countOnes(bits[word] as number);
  return count;
}

/** How many are in both. */
export function countShared(one: Bits, other: Bits): number {
  let count = 0;
  for (let word = 0; word < one.length; word++) count += countOnes((one[word] as number) & (other[word] as number));
  return count;
}

/** Keeps in `kept` what is also in `other`. */
export function keepShared(kept: Bits, other: Bits): void {
  for (let word = 0; word < kept.length; word++) kept[word] = (kept[word] as number) & (other[word] as number);
}

/** Writes what is in both into `target`. */
export function intersect(one: Bits, other: Bits, target: Bits): void {
  for (let word = 0; word < target.length; word++) target[word] = (one[word] as number) & (other[word] as number);
}

/** Whether all of `part` is in `whole`. */
export function isWithin(part: Bits, whole: Bits): boolean {
  for (let word = 0; word < part.length; word++)
    if (((part[word] as number) & ~(whole[word] as number)) !== 0) return false;
  return true;
}

/** The numbers in the set, ascending. */
export function listBits(bits: Bits): number[] {
  const list: number[] = [];
  for (let word = 0; word < bits.length; word++) {
    for (let left = bits[word] as number; left !== 0; left &= left - 1)
      list.push(32 * word + 31 - Math.clz32(left & -left));
  }
  return list;
}
