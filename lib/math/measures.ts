/**
 * Van der Eijk's agreement A of answers on an ordered scale: 1 where all say the same, 0 where all answers are equally
 * frequent, −1 where half stands at each end.
 *
 * @param frequencies how often each category was chosen, in the order of the scale
 * @returns null where nobody answered or there is only one category
 * @source van der Eijk, Quality & Quantity 35 (2001) 325–341. Of two categories it makes |p₁ − p₂|, the limit the three
 * fixed points leave
 */
export function agreementA(frequencies: readonly number[]): number | null {
  const total = frequencies.reduce((sum, it) => sum + it, 0);
  if (total === 0 || frequencies.length < 2) return null;
  let left = [...frequencies];
  let agreement = 0;
  while (left.some((it) => it > 0)) {
    const present = left.map((it) => it > 0);
    const depth = Math.min(...left.filter((it) => it > 0));
    const weight = (depth * present.filter(Boolean).length) / total;
    agreement += weight * agreementOfLayer(present);
    left = left.map((it) => (it > 0 ? it - depth : 0));
  }
  return agreement;
}

/** Agreement of a layer in which each category is either chosen, equally often, or not at all. */
function agreementOfLayer(present: readonly boolean[]): number {
  const categories = present.length;
  const chosen = present.filter(Boolean).length;
  let [together, apart] = [0, 0];
  for (let one = 0; one < categories; one++) {
    for (let two = one + 1; two < categories; two++) {
      for (let three = two + 1; three < categories; three++) {
        const [first, middle, last] = [present[one], present[two], present[three]];
        if (first && !middle && last) apart += 1;
        else if (middle && first !== last) together += 1;
      }
    }
  }
  const unimodal =
    together + apart === 0
      ? 1
      : ((categories - 2) * together - (categories - 1) * apart) / ((categories - 2) * (together + apart));
  return unimodal * (1 - (chosen - 1) / (categories - 1));
}

/**
 * Tastle and Wierman's consensus: 1 where all say the same, 0 where half stands at each end of the scale.
 *
 * @param frequencies how often each category was chosen, in the order of the scale, categories one step apart
 * @returns null where nobody answered or there is only one category
 * @source Tastle, Wierman, International Journal of Approximate Reasoning 45 (2007) 531–545
 */
export function consensus(frequencies: readonly number[]): number | null {
  const total = frequencies.reduce((sum, it) => sum + it, 0);
  if (total === 0 || frequencies.length < 2) return null;
  const mean = frequencies.reduce((sum, it, at) => sum + it * at, 0) / total;
  const width = frequencies.length - 1;
  const sum = frequencies.reduce(
    (so, it, at) => (it > 0 ? so + (it / total) * Math.log2(1 - Math.abs(at - mean) / width) : so),
    0,
  );
  return Math.max(0, Math.min(1, 1 + sum));
}

/**
 * Krippendorff's α for ordered answers of any number of voices, with gaps: 1 perfect agreement, 0 what chance would give,
 * below 0 systematic disagreement.
 *
 * @param units for each thing judged how often each category was chosen, in the order of the scale
 * @returns null where no two voices judged the same thing, or all of them always said the same
 * @source Krippendorff, Content Analysis (3rd ed., 2013) 277–309; ordinal metric differences
 */
export function ordinalAlpha(units: readonly (readonly number[])[]): number | null {
  const categories = units[0]?.length ?? 0;
  const paired = units.filter((unit) => sumOf(unit) > 1);
  const totals = Array.from({ length: categories }, (_, c) => sumOf(paired.map((unit) => unit[c] ?? 0)));
  const all = sumOf(totals);
  if (all < 2) return null;
  const squared = toOrdinalDifferences(totals);
  let [observed, expected] = [0, 0];
  for (let one = 0; one < categories; one++) {
    for (let other = 0; other < categories; other++) {
      const difference = squared(one, other);
      if (difference === 0) continue;
      for (const unit of paired) observed += ((unit[one] ?? 0) * (unit[other] ?? 0) * difference) / (sumOf(unit) - 1);
      expected += (totals[one] ?? 0) * (totals[other] ?? 0) * difference;
    }
  }
  return expected > 0 ? 1 - ((all - 1) * observed) / expected : null;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, it) => sum + it, 0);

function toOrdinalDifferences(totals: readonly number[]) {
  return (one: number, other: number) => {
    const [low, high] = one < other ? [one, other] : [other, one];
    if (low === high) return 0;
    const between = sumOf(totals.slice(low, high + 1)) - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2;
    return between ** 2;
  };
}
