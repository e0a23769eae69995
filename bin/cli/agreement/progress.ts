import type { Run, Stage } from "@/lib/math/progress";

/** Milliseconds between two lines about one stage. */
const pause = 500;

/** Says on standard error what is being done, and how far it has come where that takes long. */
export function makeProgress(write: (text: string) => void): NonNullable<Run["progress"]> {
  let at: Stage | null = null;
  let last = 0;
  return (stage, share) => {
    const now = performance.now();
    if (stage === at && now - last < pause) return;
    write(stage === at ? `${stage} ${Math.round(100 * share)} %\n` : `${stage}\n`);
    at = stage;
    last = now;
  };
}
