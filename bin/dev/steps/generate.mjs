import path from "node:path";
import { mustRun, packageCommand } from "../../host/child-processes.mjs";
import { digestOf, whenChanged } from "../../host/digest.mjs";

/** Writes the database client from the schema. The engine it would fetch is not used for that: any program will do. */
export async function generate(root) {
  const folder = path.join(root, "lib/platform/generated");
  const digest = digestOf(root, ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  return whenChanged(path.join(folder, "stamp"), digest, () =>
    mustRun(packageCommand("prisma/build/index.js", "generate"), {
      cwd: root,
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    }),
  );
}
