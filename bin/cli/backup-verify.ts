import { UserError } from "@/bin/host/user-error.mjs";
import { printResult } from "@/bin/server/print-result";
import { findConfiguredTarget, resolveUserPath } from "./backup/configured-target";
import { checkFile } from "./backup/file";
import { rebuild } from "./backup/rebuild";
import { openTemporary } from "./backup/temporary";

await printResult(async ([name, ...more]) => {
  if (!name || more.length > 0) throw new UserError("Say which file: `npm run -s backup:verify -- FILE`.");
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
