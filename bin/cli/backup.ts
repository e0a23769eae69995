import { runCommandLine } from "@/bin/server/command-line";
import { env } from "@/lib/platform/env";
import { resolveUserPath } from "./backup/configured-target";
import { createBackup } from "./backup/create";

await runCommandLine("Say where to: `npm run -s backup -- FOLDER`.", async ([folder, ...more]) => {
  if (!folder || more.length > 0) return null;
  const { file, rows, bytes, digest } = await createBackup(env().databaseUrl, resolveUserPath(folder));
  return `${file}\t${rows} rows\t${bytes} bytes\tsha256 ${digest}`;
});
