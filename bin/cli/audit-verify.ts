import type { RecordVerdict } from "@/lib/activity/read.heads";
import { verifyRecord } from "@/lib/activity/read.heads";
import { db } from "@/lib/platform/db/client";
import { describeDifference } from "./describe-difference";

/** What is wrong with the record, in one line; null when nothing is. */
function findFault({ rows, firstBad, loss, unreadable, differs }: RecordVerdict): string | null {
  if (firstBad !== null)
    return `Row ${firstBad} is not what was recorded, or does not follow the row before it; ${rows} rows before it are whole.`;
  if (loss?.how === "cutOff")
    return `The record ends after ${rows} rows, but on ${loss.head.at} it had come to row ${loss.head.id}: its end was cut off.`;
  if (loss) {
    const from = loss.lastVouched ? `after row ${loss.lastVouched.id}` : "from its beginning";
    return `Row ${loss.head.id} is not the one that stood there on ${loss.head.at}: the record was told anew ${from}.`;
  }
  if (unreadable !== null) return `Line ${unreadable} of record-heads.jsonl cannot be read: it was changed.`;
  return differs && describeDifference(differs);
}

try {
  const verdict = await verifyRecord();
  const fault = findFault(verdict);
  console.log(
    fault ??
      `${verdict.rows} rows, chain whole, all that stands is as recorded, head ${verdict.head}; heads kept outside that agree: ${verdict.heads}`,
  );
  if (fault) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message.trim().split("\n").at(-1) : String(error));
  process.exitCode = 1;
}
// Where the configuration itself is wrong there is nothing to let go of, and that was said already.
await Promise.resolve()
  .then(() => db.$disconnect())
  .catch(() => undefined);
