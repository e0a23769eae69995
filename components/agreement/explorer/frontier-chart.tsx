"use client";

import { scaleLinear } from "d3-scale";
import { useTranslations } from "next-intl";
import type { FrontierPoint } from "@/lib/math/coalition/frontier";

type FrontierChartProps = {
  points: readonly FrontierPoint[];
  everybody: number;
  /** The reader's bundle: how many propositions, and how many stand behind them. */
  size: number;
  together: number;
  /** Nothing found among what one sees is a bound of what there is. */
  someHidden: boolean;
};

const box = { left: 44, right: 548, top: 16, bottom: 216 };

/** A line in steps: for each size of a bundle, how many can stand behind it at most. */
export function FrontierChart({ points, everybody, size, together, someHidden }: FrontierChartProps) {
  const t = useTranslations("agreement.explorer");
  const most = points.length;
  const x = scaleLinear([0.5, most + 0.5], [box.left, box.right]);
  const y = scaleLinear([0, Math.max(1, everybody)], [box.bottom, box.top]);
  const line = (of: (point: FrontierPoint) => number) =>
    points.map((it, at) => `${at === 0 ? `M${x(0.5)} ${y(of(it))}` : `V${y(of(it))}`}H${x(it.size + 0.5)}`).join("");
  const found = line((it) => it.organizations.length);
  const open = !someHidden && points.some((it) => !it.proved);
  const ticks = y.ticks(Math.min(4, everybody)).filter((it) => Number.isInteger(it) && it < everybody * 0.93);
  const steps = x.ticks(Math.min(8, most)).filter((it) => Number.isInteger(it) && it >= 1 && it <= most);
  const possible = points[size - 1]?.organizations.length;
  const right = x(size) > 330;
  const formatOwnBundle = () => {
    if (someHidden) return t("frontier.yoursSeen", { together });
    return possible === undefined ? t("frontier.yours", { together }) : t("frontier.yoursOf", { together, possible });
  };
  return (
    <svg viewBox="0 0 560 262" className="explore-chart" role="img" aria-label={t("frontier.chart", { count: most })}>
      {[...ticks, everybody].map((it) => (
        <g key={it}>
          <path d={`M${box.left} ${y(it)}H${box.right}`} stroke="var(--rule)" />
          <text x={box.left - 8} y={y(it) + 4} textAnchor="end">
            {it}
          </text>
        </g>
      ))}
      <path d={`${found}V${box.bottom}H${box.left}Z`} fill="var(--st-support-wash)" />
      {open && <path d={line((it) => it.bound)} fill="none" stroke="var(--ink-3)" strokeDasharray="2 3" />}
      <path d={found} fill="none" stroke="var(--st-support)" strokeWidth={2.5} />
      {steps.map((it) => (
        <text key={it} x={x(it)} y={box.bottom + 20} textAnchor="middle">
          {it}
        </text>
      ))}
      <text x={box.right} y={box.bottom + 40} textAnchor="end" className="explore-axis">
        {t("frontier.axis")}
      </text>
      {size > 0 && (
        <>
          <path d={`M${x(Math.min(size, most))} ${box.bottom}V${box.top}`} stroke="var(--pen)" strokeDasharray="3 3" />
          <rect x={x(Math.min(size, most)) - 6} y={y(together) - 6} width={12} height={12} fill="var(--pen)" />
          <text
            x={x(Math.min(size, most)) + (right ? -14 : 14)}
            y={Math.min(box.bottom - 26, Math.max(box.top + 18, y(together) + 5))}
            textAnchor={right ? "end" : "start"}
            className="explore-yours"
          >
            {formatOwnBundle()}
          </text>
        </>
      )}
    </svg>
  );
}
