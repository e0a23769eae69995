import { type Fault, type Finding, isSkipped, keepsPromises, type Skipped, slowestOf } from "./finding";

const columns = ["injected", "acknowledged", "unheard", "lost", "doubled", "halved"] as const;
const wide = 18;
const narrow = 13;

const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`;

export const heading = () =>
  [
    "fault".padEnd(wide),
    ...columns.map((name) => name.padStart(narrow)),
    "slowest recovery".padStart(20),
    "  holds",
  ].join("");

function recoveryOf(finding: Finding): string {
  const slowest = slowestOf(finding);
  if (slowest === null) return "-";
  return finding.limit === null ? seconds(slowest) : `${seconds(slowest)} of ${seconds(finding.limit)}`;
}

/** One line of figures, and under it what did not hold and what else the reader should know. */
export function row({ name }: Fault, finding: Finding | Skipped): string {
  if (isSkipped(finding)) return `${name.padEnd(wide)} skipped: ${finding.skipped}`;
  const figures = columns.map((column) => String(finding[column]).padStart(narrow)).join("");
  const line = `${name.padEnd(wide)}${figures}${recoveryOf(finding).padStart(20)}  ${keepsPromises(finding) ? "yes" : "NO"}`;
  const notes = [...finding.broken.map((it) => `  ✗ ${it}`), ...finding.remarks.map((it) => `  · ${it}`)];
  return [line, ...notes].join("\n");
}

/** The last line: the sums, and whether all of it held. */
export function summarize(findings: (Finding | Skipped)[]): { line: string; held: boolean } {
  const tried = findings.filter((it): it is Finding => !isSkipped(it));
  const total = (column: (typeof columns)[number]) => tried.reduce((all, it) => all + it[column], 0);
  const failed = tried.filter((it) => !keepsPromises(it)).length;
  const skipped = findings.length - tried.length;
  const figures = columns.map((column) => `${total(column)} ${column}`).join(", ");
  const line = `${tried.length - failed} of ${tried.length} faults were withstood${skipped ? `, ${skipped} skipped` : ""}: ${figures}`;
  return { line, held: failed === 0 && tried.length > 0 };
}
