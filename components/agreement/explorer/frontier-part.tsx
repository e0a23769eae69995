"use client";

import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import { Stamp } from "@/components/ui/stamp";
import type { Support } from "@/lib/math/coalition/support";
import type { ExplorerFacts } from "./explorer-facts";
import { FrontierChart } from "./frontier-chart";
import { useFrontier } from "./use-frontier";

type FrontierPartProps = {
  facts: ExplorerFacts;
  support: Support;
  size: number;
  together: number;
  onChoose: (numbers: string[]) => void;
};

/** What is possible at most, with what is proved of it; no bundle is recommended. */
export function FrontierPart({ facts, support, size, together, onChoose }: FrontierPartProps) {
  const t = useTranslations("agreement.explorer");
  const { points, searching, stop } = useFrontier(support);
  if (points.length === 0) return null;
  const everybody = facts.organizations.length;
  const proved = points.filter((it) => it.proved).length;
  const { someHidden } = facts;
  const exact = proved === points.length && !someHidden;
  const numbers = (places: readonly number[]) => places.map((it) => String(facts.propositions[it]?.number));
  const common = points.findLast((it) => it.organizations.length === everybody)?.size ?? 0;
  return (
    <section className="explore-frontier" aria-label={t("frontier.title")}>
      <h2>{t("frontier.title")}</h2>
      <p className="explore-proof">
        <Stamp kind={exact ? "usable" : "caution"}>{t(exact ? "frontier.proved" : "frontier.atLeast")}</Stamp>{" "}
        {someHidden && t("frontier.seen")}
        {!someHidden &&
          (exact ? t("frontier.all", { count: points.length }) : t("frontier.some", { proved, total: points.length }))}
      </p>
      {searching && proved < points.length && (
        <Progress label={t("frontier.searching")} done={proved} total={points.length} onCancel={stop} />
      )}
      <FrontierChart points={points} everybody={everybody} size={size} together={together} someHidden={someHidden} />
      {!someHidden && <p className="text-small text-ink-2">{t("frontier.common", { count: common, everybody })}</p>}
      <details>
        <summary>{t("frontier.asTable")}</summary>
        <table className="listing explore-table">
          <caption className="sr-only">{t("frontier.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("frontier.size")}</th>
              <th scope="col">{t(someHidden ? "frontier.largestSeen" : "frontier.largest")}</th>
              <th scope="col">{t("frontier.example")}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((it) => (
              <tr key={it.size}>
                <th scope="row">{it.size}</th>
                <td>
                  {it.proved || someHidden
                    ? it.organizations.length
                    : t("frontier.between", { from: it.organizations.length, to: it.bound })}
                </td>
                <td>
                  <button
                    type="button"
                    className="btn btn-text btn-small"
                    onClick={() => onChoose(numbers(it.propositions))}
                  >
                    {t("frontier.tick", { count: it.size })}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
