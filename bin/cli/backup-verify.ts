import { runCommandLine } from "@/bin/server/command-line";
import { findConfiguredTarget, resolveUserPath } from "./backup/configured-target";
import { checkFile } from "./backup/file";
import { rebuild } from "./backup/rebuild";
import { openTemporary } from "./backup/temporary";

await runCommandLine("Say which file: `npm run -s backup:verify -- FILE`.", async ([name, ...more]) => {
  if (!name || more.length > 0) return null;
  const file = resolveUserPath(name);
  // A broken file is known as such before a server starts for it.
  await checkFile(file);
  const place = await openTemporary(findConfiguredTarget());
  try {
    const { tables, rows } = await rebuild(file, place);
    return `${tables} tables, ${rows} rows, chain whole`;
  } finally {
    await place.close();
  }
});
