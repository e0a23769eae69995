import "./steps/node.mjs";

// Loaded only now: an old Node stops above, before it stumbles over newer words.
import("./steps/join.mjs").then(({ join }) => join(process.argv.slice(2)));
