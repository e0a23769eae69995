import type { Drawn } from "./layout";

/** What pulls, as directions, numbered as in the list beside the map. */
export function CompassRose({ compass: { x, y, radius, tips }, words }: { compass: Drawn["compass"]; words: string }) {
  const atLeft = x < 2 * radius;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a drawn group takes no part in anything
    <g role="img" aria-label={`${words}: ${tips.map(({ number }) => number).join(", ")}`}>
      <circle cx={x} cy={y} r={radius} fill="none" stroke="var(--rule)" />
      <circle cx={x} cy={y} r={2.5} fill="var(--ink-3)" />
      {tips.map((tip) => (
        <path key={tip.number} d={`M${x} ${y}L${tip.x} ${tip.y}`} stroke="var(--ink-2)" strokeWidth={1.5} />
      ))}
      {tips.map((tip) => (
        <g key={tip.number}>
          <circle cx={tip.x} cy={tip.y} r={11} fill="var(--sheet)" stroke="var(--ink-2)" />
          <text x={tip.x} y={tip.y + 4} textAnchor="middle" fontSize={12} fontWeight={600} fill="var(--ink)">
            {tip.number}
          </text>
        </g>
      ))}
      <text
        x={atLeft ? x - radius : x + radius}
        y={y + radius + 28}
        textAnchor={atLeft ? "start" : "end"}
        className="map-axis"
      >
        {words}
      </text>
    </g>
  );
}

/** Groups that are real: a thin line around their members and a letter, and no colour. */
export function Hulls({ hulls, name }: { hulls: Drawn["hulls"]; name: (letter: string) => string }) {
  return hulls.map(({ letter, path, at }) => (
    <g key={letter} data-group={letter}>
      <path d={path} fill="none" stroke="var(--ink-3)" strokeWidth={1} />
      <text x={at.x} y={at.y} textAnchor="middle" fontSize={13} fontWeight={600} fill="var(--ink-2)">
        {name(letter)}
      </text>
    </g>
  ));
}
