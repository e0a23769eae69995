import { runCommandLine } from "@/bin/server/command-line";
import { env } from "@/lib/platform/env";
import { resolveUserPath } from "./backup/configured-target";
import { createBackup } from "./backup/create";

await runCommandLine("Say where to: `npm run -s backup -- FOLDER`.", async ([folder, ...more]) => {
  if (!folder || more.length > 0) return null;
  const { file, rows, bytes, digest, unreadableHead } = await createBackup(env().databaseUrl, resolveUserPath(folder));
  if (unreadableHead !== null)
    process.stderr.write(`Line ${unreadableHead} of record-heads.jsonl cannot be read: run audit:verify.\n`);
  return `${file}\t${rows} rows\t${bytes} bytes\tsha256 ${digest}`;
});
