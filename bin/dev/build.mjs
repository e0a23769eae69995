import path from "node:path";
import { build } from "./steps/build.mjs";
import { generate } from "./steps/generate.mjs";

/** The database client and the pages, for a server that others start; `npm start` does this by itself. */
const root = path.join(import.meta.dirname, "../..");
await generate(root);
await build(root);
