import { useTranslations } from "next-intl";
import type { DrawnStudy } from "./layout";

type StudyClusterProps = {
  mark: DrawnStudy["marks"][number];
  place: number;
  reachable: boolean;
  onFocus: (at: number) => void;
};

/** A cluster of participants; the letter is a shape too, so that groups are told apart without colour. */
export function StudyCluster({ mark, place, reachable, onFocus }: StudyClusterProps) {
  const t = useTranslations("studies");
  const { at, radius, size, group, inSight } = mark;
  const name = [size === null ? t("markFew") : t("mark", { count: size }), group && t("group", { letter: group })]
    .filter(Boolean)
    .join(", ");
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a disc tells something, and leads nowhere
    <g
      role="img"
      aria-label={name}
      className="map-mark study-cluster"
      data-mark={group ?? ""}
      data-at={place}
      data-x={mark.x}
      data-y={mark.y}
      tabIndex={reachable ? 0 : -1}
      onFocus={() => onFocus(place)}
      style={inSight ? undefined : { visibility: "hidden" }}
    >
      <title>{name}</title>
      <circle cx={at.x} cy={at.y} r={radius} fill="var(--ink-2)" fillOpacity={0.55} stroke="var(--sheet)" />
      {group && radius >= 8 && (
        <text x={at.x} y={at.y + 4} textAnchor="middle" fontSize={11} fontWeight={600} fill="var(--sheet)">
          {group}
        </text>
      )}
    </g>
  );
}
