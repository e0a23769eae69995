import { measureClaims } from "./agreement-claims";
import { measurePublished } from "./agreement-published";
import { measureSpeed } from "./agreement-speed";
import { print } from "./table";

/** One line: what was wanted, what came out, and whether that is enough; null where it could not be measured. */
export type Measured = {
  readonly what: string;
  readonly target: string;
  readonly value: string;
  readonly met: boolean | null;
};

const verdict = (met: boolean | null) => (met === null ? "—" : met ? "met" : "not met");

function show(title: string, all: readonly Measured[]) {
  print(
    title,
    ["measure", "target", "measured", ""],
    all.map((it) => [it.what, it.target, it.value, verdict(it.met)]),
  );
}

/** Everything that the engine promises, measured. It reports, and fails at nothing. */
export async function measureAgreement({ quick }: { quick: boolean }) {
  show("What Polis published, computed anew", measurePublished());
  show("Groups only where they are real, and the same every time", measureClaims(quick ? 20 : 100));
  show("Speed and scale: time on the clock, and of the processor", await measureSpeed(quick));
}
