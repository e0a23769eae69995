import "./steps/node.mjs";

// Loaded only now: an old Node stops above, before it stumbles over newer words.
import("./steps/start.mjs").then(({ start }) => start(process.argv.slice(2)));
