import { fc } from "../support/fast-check";
import { historyOf, runHistory } from "../support/point-histories";

/** Plays so many random histories of talking points on the database it is told, and prints what came of them as one line. */
const [count = 100, seed = 1] = process.argv.slice(2).map(Number);
const found = { histories: 0, acts: 0, consolidated: 0, anomalies: [] as string[] };
for (const history of fc.sample(historyOf, { numRuns: count, seed })) {
  const { done, consolidated, anomalies } = await runHistory(history);
  found.histories++;
  found.acts += done;
  found.consolidated += consolidated;
  found.anomalies.push(...anomalies);
}
console.log(JSON.stringify(found));
process.exit(0);
