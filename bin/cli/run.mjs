import "../dev/steps/node.mjs";

// Loaded only now: an old Node stops above, before it stumbles over newer words.
import("../dev/steps/run-command.mjs").then(({ runCommand }) => runCommand(process.argv.slice(2)));
