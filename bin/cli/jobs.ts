import { UserError } from "@/bin/host/user-error.mjs";
import { runCommandLine } from "@/bin/server/command-line";
import { dropDeadLetter, readDeadLetters, retryDeadLetter } from "@/lib/platform/jobs/dead-letter";

const usage =
  "Say nothing to see the jobs that were given up, or `npm run -s jobs -- retry NUMBER`, or `npm run -s jobs -- drop NUMBER`.";

await runCommandLine(usage, async ([command, number, ...more]) => {
  if (command === undefined) return list();
  if (!/^\d{1,18}$/.test(number ?? "") || more.length > 0) return null;
  const id = BigInt(number ?? 0);
  if (command === "retry") return formatOutcome(await retryDeadLetter(id), id, "is done again");
  if (command === "drop") return formatOutcome(await dropDeadLetter(id), id, "is dropped");
  return null;
});

async function list(): Promise<string> {
  const given = await readDeadLetters();
  if (given.length === 0) return "no job was given up";
  return given
    .map(({ id, task, attempts, error, failedAt }) =>
      [id, task, `${attempts} attempts`, error, failedAt.toISOString()].join("\t"),
    )
    .join("\n");
}

function formatOutcome(done: boolean, id: bigint, what: string): string {
  if (!done) throw new UserError(`No job ${id} was given up.`);
  return `job ${id} ${what}`;
}
