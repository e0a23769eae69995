/**
 * Eigenvalues of a symmetric tridiagonal matrix, by QL with implicit shifts, and given rows of its eigenvectors.
 *
 * @param diagonal length m
 * @param beside length m − 1 or longer: the elements beside the diagonal
 * @param rows "last" for the last component of each eigenvector (all that a residual needs), "all" for whole vectors
 * @returns values unordered; vectors[r][k] is component r (or only the last one) of eigenvector k
 * @throws {Error} after 60 turns without convergence, which does not happen with finite input
 * @source Bowdler, Martin, Reinsch, Wilkinson, Numerische Mathematik 11 (1968) 293–306 (procedure tql2)
 */
export function solveTridiagonal(
  diagonal: readonly number[],
  beside: readonly number[],
  rows: "last" | "all",
): { values: Float64Array; vectors: Float64Array[] } {
  const m = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = new Float64Array(m);
  for (let at = 0; at + 1 < m; at++) e[at] = beside[at] as number;
  const vectors: Float64Array[] = [];
  for (let row = rows === "all" ? 0 : m - 1; row < m; row++) {
    const unit = new Float64Array(m);
    unit[row] = 1;
    vectors.push(unit);
  }
  for (let low = 0; low < m; low++) {
    for (let turn = 0; ; turn++) {
      const high = findSplit(d, e, low);
      if (high === low) break;
      if (turn === 60) throw new Error("the tridiagonal eigenvalue problem did not converge");
      turnOnce(d, e, vectors, low, high);
    }
  }
  return { values: d, vectors };
}

/** The first place from `low` on behind which the matrix falls apart. */
function findSplit(d: Float64Array, e: Float64Array, low: number): number {
  let at = low;
  for (; at + 1 < d.length; at++) {
    const scale = Math.abs(d[at] as number) + Math.abs(d[at + 1] as number);
    if (Math.abs(e[at] as number) <= Number.EPSILON * scale) break;
  }
  return at;
}

function turnOnce(d: Float64Array, e: Float64Array, vectors: Float64Array[], low: number, high: number) {
  let g = ((d[low + 1] as number) - (d[low] as number)) / (2 * (e[low] as number));
  let r = Math.hypot(g, 1);
  g = (d[high] as number) - (d[low] as number) + (e[low] as number) / (g + (g >= 0 ? r : -r));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = high - 1; i >= low; i--) {
    const f = s * (e[i] as number);
    const b = c * (e[i] as number);
    r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] as number) - p;
      e[high] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = (d[i + 1] as number) - p;
    r = ((d[i] as number) - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    for (const row of vectors) {
      const kept = row[i + 1] as number;
      const other = row[i] as number;
      row[i + 1] = s * other + c * kept;
      row[i] = c * other - s * kept;
    }
  }
  d[low] = (d[low] as number) - p;
  e[low] = g;
  e[high] = 0;
}
