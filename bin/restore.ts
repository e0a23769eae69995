import { parseArgs } from "node:util";
import { Halt } from "@/bin/steps/halt.mjs";
import { tell } from "@/prisma/seed/tell";
import { findTarget, fromHere } from "./backup/place";
import { rebuild } from "./backup/rebuild";
import { settleRestored } from "./backup/settle";

const usage = "Say which file: `npm run -s restore -- FILE [--without-jobs]`. The database has to be empty.";

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { "without-jobs": { type: "boolean", default: false } },
    });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { file: fromHere(file), withoutJobs: values["without-jobs"] };
  } catch {
    // Said below, like everything that cannot be understood.
  }
  throw new Halt(usage);
}

await tell(async (args) => {
  const { file, withoutJobs } = readArguments(args);
  const rebuilt = await rebuild(file, findTarget(), { withoutJobs });
  await settleRestored(rebuilt);
  const { tables, rows, jobs, opening } = rebuilt;
  return [
    `${tables} tables, ${rows} rows, chain whole; jobs that wait for the worker: ${jobs}`,
    `Everyone signs in again. Tokens and mandates are as on ${opening.takenAt}: what was ended since then has to be ended anew.`,
  ].join("\n");
});
