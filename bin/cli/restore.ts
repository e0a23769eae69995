import { parseArgs } from "node:util";
import { runCommandLine } from "@/bin/server/command-line";
import { finishRestore } from "./backup/after-restore";
import { findConfiguredTarget, resolveUserPath } from "./backup/configured-target";
import { formatRebuilt } from "./backup/format-rebuilt";
import { rebuild } from "./backup/rebuild";

const usage =
  "Say which file: `npm run -s restore -- FILE [--without-jobs] [--without-seal] [--with-faults]`. The database has to be empty.";

await runCommandLine(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "without-jobs": { type: "boolean", default: false },
      "without-seal": { type: "boolean", default: false },
      "with-faults": { type: "boolean", default: false },
    },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) return null;
  const options = {
    withoutJobs: values["without-jobs"],
    withoutSeal: values["without-seal"],
    withFaults: values["with-faults"],
  };
  const rebuilt = await rebuild(resolveUserPath(file), findConfiguredTarget(), options);
  await finishRestore(rebuilt);
  const { jobs, opening } = rebuilt;
  return [
    `${formatRebuilt(rebuilt)}; jobs that wait for the worker: ${jobs}`,
    `Everyone signs in again. Tokens and mandates are as on ${opening.takenAt}: what was ended since then has to be ended anew.`,
  ].join("\n");
});
