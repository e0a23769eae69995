import { scaleLinear } from "d3-scale";
import { useTranslations } from "next-intl";
import { checks, type Rung } from "@/lib/agreement/schema.ladder";

const box = { left: 44, right: 640, top: 14, bottom: 200 };

/** Wordings that pin down equally much stand side by side. */
function spread(rungs: readonly Rung[]) {
  return rungs.map((rung) => {
    const alike = rungs.filter((it) => it.specificity === rung.specificity);
    return { rung, at: rung.specificity + (alike.indexOf(rung) - (alike.length - 1) / 2) * 0.17 };
  });
}

/** Buy-in against specificity: a disc for those who support, a ring for those who do not oppose, dots for the undecided. */
export function LadderChart({ rungs, title }: { rungs: readonly Rung[]; title: string }) {
  const t = useTranslations("agreement.ladder");
  const of = Math.max(1, ...rungs.map((it) => it.of));
  const x = scaleLinear([-0.5, checks.length + 0.5], [box.left, box.right]);
  const y = scaleLinear([0, of], [box.bottom, box.top]);
  const shown = spread(rungs).filter(({ rung }) => rung.support);
  if (shown.length === 0) return null;
  return (
    <svg viewBox="0 0 660 250" className="ladder-chart" role="img" aria-label={title}>
      {[...y.ticks(4).filter((it) => Number.isInteger(it) && it < of * 0.93), of].map((it) => (
        <g key={it}>
          <path d={`M${box.left} ${y(it)}H${box.right}`} stroke="var(--rule)" />
          <text x={box.left - 8} y={y(it) + 4} textAnchor="end">
            {it}
          </text>
        </g>
      ))}
      {[0, ...checks.map((_, at) => at + 1)].map((it) => (
        <text key={it} x={x(it)} y={box.bottom + 20} textAnchor="middle">
          {it}
        </text>
      ))}
      <text x={box.right} y={box.bottom + 38} textAnchor="end">
        {t("axis")}
      </text>
      {shown.map(({ rung: { slug, number, support, notOppose }, at }) => {
        if (!support || !notOppose) return null;
        const highest = y(Math.max(support.possible, notOppose.possible));
        return (
          <g key={slug}>
            <path
              d={`M${x(at)} ${y(support.stated)}V${highest}`}
              stroke="var(--st-support)"
              strokeWidth={3}
              strokeDasharray="1.5 3"
            />
            <circle
              cx={x(at)}
              cy={y(notOppose.stated)}
              r={5}
              fill="var(--paper)"
              stroke="var(--st-support)"
              strokeWidth={1.5}
            />
            <circle cx={x(at)} cy={y(support.stated)} r={5} fill="var(--st-support)" />
            <text x={x(at) + 9} y={y(support.stated) + 4} className="ladder-number">
              {number}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
