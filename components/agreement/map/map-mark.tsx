"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Drawn } from "./layout";

type MapMarkProps = { mark: Drawn["marks"][number]; place: number; reachable: boolean; onFocus: (at: number) => void };

/** An organization: a disc of ink, the reader's own a square of pen, and hollow and dashed where it said little. */
export function MapMark({ mark, place, reachable, onFocus }: MapMarkProps) {
  const t = useTranslations("agreement.map");
  const locale = useLocale();
  const { slug, short, own, faint, group, at, radius, label, inSight } = mark;
  const name = [short, own && t("own"), faint && t("few"), group && t("inGroup", { letter: group })].filter(Boolean);
  return (
    <a
      href={`/${locale}/organizations/${slug}`}
      className="map-mark"
      data-mark={slug}
      data-at={place}
      data-x={mark.x}
      data-y={mark.y}
      tabIndex={reachable ? 0 : -1}
      aria-label={name.join(", ")}
      onFocus={() => onFocus(place)}
      style={inSight ? undefined : { visibility: "hidden" }}
    >
      <title>{name.join(", ")}</title>
      {label?.far && <path d={`M${at.x} ${at.y}L${label.x} ${label.y - 4}`} stroke="var(--ink-3)" />}
      {own ? (
        <rect x={at.x - radius} y={at.y - radius} width={2 * radius} height={2 * radius} fill="var(--pen)" />
      ) : (
        <circle
          cx={at.x}
          cy={at.y}
          r={radius}
          fill={faint ? "var(--sheet)" : "var(--ink-2)"}
          stroke={faint ? "var(--ink-3)" : "var(--sheet)"}
          strokeWidth={faint ? 1.5 : 2}
          strokeDasharray={faint ? "3 2" : undefined}
        />
      )}
      {label && (
        <text
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          fontSize={14}
          fontWeight={own ? 700 : 500}
          fill={own ? "var(--pen)" : faint ? "var(--ink-3)" : "var(--ink)"}
          stroke="var(--sheet)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {short}
        </text>
      )}
    </a>
  );
}
