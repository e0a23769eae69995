import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;
const read = (file: string) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

type Process = { pid: number; parent: number; ticks: number };

/** Name and state come first and may hold anything; what follows the last bracket is numbers. */
function readProcess(pid: number): Process | null {
  const stat = read(`/proc/${pid}/stat`);
  const words = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (words.length < 15) return null;
  // Of its own, and of children that ended: utime, stime, cutime, cstime.
  const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + Number(words[place]), 0);
  return { pid, parent: Number(words[1]), ticks };
}

function treeOf(root: number): Process[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const all = pids.flatMap((name) => readProcess(Number(name)) ?? []);
  const tree = all.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

export const canMeasure = process.platform === "linux";

/** Milliseconds of processor that a process and all it started have used so far. */
export const readCpu = (root: number): number =>
  canMeasure ? (treeOf(root).reduce((sum, { ticks }) => sum + ticks, 0) * 1000) / ticksPerSecond : Number.NaN;

/** Megabytes of memory that a process and all it started hold. */
export function readMemory(root: number): number {
  if (!canMeasure) return Number.NaN;
  const kilobytes = treeOf(root).map(({ pid }) =>
    Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, it) => sum + it, 0) / 1024;
}
