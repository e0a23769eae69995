import path from "node:path";
import { readRuntime } from "../../host/data-directory.mjs";
import { isLocked } from "../../host/process-lock.mjs";
import { UserError } from "../../host/user-error.mjs";
import { build } from "../steps/build.mjs";

/** The production build, done anew when the sources changed since the last one that went well. */
export async function buildPages(root) {
  const folder = path.resolve(root, process.env.CONCERTED_DATA_DIR || ".data");
  await build(root, () => {
    if (isLocked(folder) && readRuntime(folder)?.serves === "pages") {
      throw new UserError(
        "Concerted runs in this folder, and building would replace the pages it serves. Stop it first.",
      );
    }
  });
  return { passed: 1, failed: 0, output: "" };
}
