import { build } from "./build.mjs";
import { generate } from "./generate.mjs";
import { install } from "./install.mjs";

/** Installs, generates and builds whatever is not as the sources say. */
export async function prepare({ root, step, pages = true }) {
  await step("packages", async (better) =>
    better((await install(root)) ? "packages installed" : "packages: as locked"),
  );
  await step("client", async (better) =>
    better((await generate(root)) ? "database client generated" : "database client: current"),
  );
  if (pages) await step("pages", async (better) => better((await build(root)) ? "pages built" : "pages: current"));
}
