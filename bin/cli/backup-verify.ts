import { parseArgs } from "node:util";
import { runCommandLine } from "@/bin/server/command-line";
import { findConfiguredTarget, resolveUserPath } from "./backup/configured-target";
import { checkFile } from "./backup/file";
import { formatRebuilt } from "./backup/format-rebuilt";
import { rebuild } from "./backup/rebuild";
import { listSealKeys } from "./backup/seal";
import { openTemporary } from "./backup/temporary";

await runCommandLine("Say which file: `npm run -s backup:verify -- FILE [--without-seal]`.", async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { "without-seal": { type: "boolean", default: false } },
  });
  const [name, ...more] = positionals;
  if (!name || more.length > 0) return null;
  const file = resolveUserPath(name);
  const withoutSeal = values["without-seal"];
  // A broken file is known as such before a server starts for it.
  await checkFile(file, { keys: listSealKeys(), withoutSeal });
  const place = await openTemporary(findConfiguredTarget());
  try {
    return formatRebuilt(await rebuild(file, place, { withoutSeal }));
  } finally {
    await place.close();
  }
});
