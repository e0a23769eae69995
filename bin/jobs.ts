import { Halt } from "@/bin/steps/halt.mjs";
import { dropGivenUp, readGivenUp, retryGivenUp } from "@/lib/platform/jobs-given-up";
import { tell } from "@/prisma/seed/tell";

const usage =
  "Say nothing to see the jobs that were given up, or `npm run -s jobs -- retry NUMBER`, or `npm run -s jobs -- drop NUMBER`.";

await tell(async ([command, number, ...more]) => {
  if (command === undefined) return list();
  if (!/^\d{1,18}$/.test(number ?? "") || more.length > 0) throw new Halt(usage);
  const id = BigInt(number ?? 0);
  if (command === "retry") return say(await retryGivenUp(id), id, "is done again");
  if (command === "drop") return say(await dropGivenUp(id), id, "is dropped");
  throw new Halt(usage);
});

async function list(): Promise<string> {
  const given = await readGivenUp();
  if (given.length === 0) return "no job was given up";
  return given
    .map(({ id, task, attempts, error, failedAt }) =>
      [id, task, `${attempts} attempts`, error, failedAt.toISOString()].join("\t"),
    )
    .join("\n");
}

function say(done: boolean, id: bigint, what: string): string {
  if (!done) throw new Halt(`No job ${id} was given up.`);
  return `job ${id} ${what}`;
}
