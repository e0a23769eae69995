import { writeFileSync } from "node:fs";
import { generateSpec } from "../../lib/api/spec";

// The contract is committed, so that a change of it shows in review.
writeFileSync("openapi.json", `${JSON.stringify(await generateSpec(), null, 2)}\n`);
process.stdout.write("openapi.json is written.\n");
