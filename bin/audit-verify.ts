import { verifyChain } from "@/lib/activity/read";
import { db } from "@/lib/platform/db";

try {
  const { rows, head, firstBad } = await verifyChain();
  if (firstBad === null) console.log(`${rows} rows, chain whole, head ${head}`);
  else {
    console.log(
      `Row ${firstBad} is not what was recorded, or does not follow the row before it; ${rows} rows before it are whole.`,
    );
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message.trim().split("\n").at(-1) : String(error));
  process.exitCode = 1;
}
// Where the configuration itself is wrong there is nothing to let go of, and that was said already.
await Promise.resolve()
  .then(() => db.$disconnect())
  .catch(() => undefined);
