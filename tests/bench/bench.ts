import { parseArgs } from "node:util";
import { measureAgreement } from "./agreement";
import { measurePages } from "./agreement-pages";
import { compareWithTwins } from "./compare-twins";
import { measureEnumeration } from "./enumeration";
import { measureOverload } from "./overload";
import { measureScale } from "./scale";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Two rounds of three seconds: enough to see what changed, not what is so. */
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    seconds: { type: "string" },
    /** Only the measures whose name holds this. */
    only: { type: "string" },
  },
});

const { quick, only } = values;
const effort = {
  rounds: Number(values.rounds ?? (quick ? 2 : 5)),
  seconds: Number(values.seconds ?? (quick ? 3 : 6)),
  starts: quick ? 3 : 7,
  only: only ?? null,
};

/** What can be measured, by name. Without a name, the product beside its twins. */
const benches: Record<string, () => Promise<void>> = {
  twins: () => compareWithTwins(effort),
  agreement: () => measureAgreement({ quick }),
  "agreement-pages": () => measurePages({ quick }),
  enumeration: () => measureEnumeration({ quick }),
  overload: () => measureOverload({ quick, rounds: Number(values.rounds ?? (quick ? 1 : 3)) }),
  scale: () => measureScale({ quick }),
};

const [name = "twins"] = positionals;
const bench = benches[name];
if (!bench) {
  console.error(`There is no such bench. Say one of: ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
await bench();
