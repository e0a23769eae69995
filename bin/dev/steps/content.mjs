import path from "node:path";
import { mustRun, scriptCommand } from "../../host/child-processes.mjs";
import { digestOf, whenChanged } from "../../host/digest.mjs";

/**
 * Brings the content to what its files say. On a database of our own that was brought there before, only when a file
 * changed since: asking takes longer than all the rest of a second start.
 * @returns {Promise<string>} what was done
 */
export async function loadContent({ root, folder, env, database }) {
  let said = "nothing new";
  const load = async () => {
    const { stdout } = await mustRun(scriptCommand("bin/server/content.ts", "first-run"), { cwd: root, env });
    said = stdout.trim().split("\n").at(-1) || "there";
  };
  const digest = digestOf(root, ["prisma/seed", "bin/server/content.ts"]);
  if (database.embedded && !database.first) await whenChanged(path.join(folder, "content-stamp"), digest, load);
  else await load();
  return said;
}
