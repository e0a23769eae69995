import type { Drawn } from "./layout";

const dot = 3;

/** Thousands of marks as one shape: it costs a browser one element, and stays a drawing on paper and in a file. */
export function MarkCloud({ marks }: { marks: Drawn["marks"] }) {
  const shape = marks
    .filter(({ inSight }) => inSight)
    .map(
      ({ at }) =>
        `M${(at.x - dot).toFixed(1)} ${at.y.toFixed(1)}a${dot} ${dot} 0 1 0 ${2 * dot} 0a${dot} ${dot} 0 1 0 ${-2 * dot} 0`,
    )
    .join("");
  return <path d={shape} data-cloud={marks.length} fill="var(--ink-2)" fillOpacity={0.5} />;
}
