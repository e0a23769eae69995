import path from "node:path";
import { isHeld } from "../steps/alone.mjs";
import { build } from "../steps/build.mjs";
import { readRuntime } from "../steps/data.mjs";
import { Halt } from "../steps/halt.mjs";

/** The production build, done anew when the sources changed since the last one that went well. */
export async function buildPages(root) {
  const folder = path.resolve(root, process.env.CONCERTED_DATA_DIR || ".data");
  await build(root, () => {
    if (isHeld(folder) && readRuntime(folder)?.serves === "pages") {
      throw new Halt("Concerted runs in this folder, and building would replace the pages it serves. Stop it first.");
    }
  });
  return { passed: 1, failed: 0, output: "" };
}
