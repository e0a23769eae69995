import path from "node:path";
import { packageCommand, run } from "../../host/child-processes.mjs";

/** Whether the migrations, applied in order, give exactly what the schema says. */
export async function findDrift(root) {
  // Loaded only now: on a fresh checkout this check is listed before the packages it needs are there.
  const { startTemporary } = await import("../../host/postgres/temporary.mjs");
  const database = await startTemporary({ root });
  try {
    const sides = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema"];
    const { code, output } = await run(
      packageCommand("prisma/build/index.js", "migrate", "diff", ...sides, "--exit-code"),
      {
        cwd: root,
        env: {
          DATABASE_URL: database.superUrl,
          PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, "bin", "dev", "schema-engine.mjs"),
        },
      },
    );
    // An engine that crashed lets the program end well having compared nothing: its words are asked for too.
    const fine = code === 0 && output.includes("No difference detected");
    return { passed: fine ? 1 : 0, failed: fine ? 0 : 1, output };
  } finally {
    await database.stop();
  }
}
