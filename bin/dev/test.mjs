import "./steps/node.mjs";

// Loaded only now: an old Node stops above, before it stumbles over newer words.
import("./checks/test.mjs").then(({ test }) => test(process.argv.slice(2)));
