import { UserError } from "@/bin/host/user-error.mjs";
import { printResult } from "@/bin/server/print-result";
import { env } from "@/lib/platform/env";
import { resolveUserPath } from "./backup/configured-target";
import { createBackup } from "./backup/create";

await printResult(async ([folder, ...more]) => {
  if (!folder || more.length > 0) throw new UserError("Say where to: `npm run -s backup -- FOLDER`.");
  const { file, rows, bytes, digest } = await createBackup(env().databaseUrl, resolveUserPath(folder));
  return `${file}\t${rows} rows\t${bytes} bytes\tsha256 ${digest}`;
});
