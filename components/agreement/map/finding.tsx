import { useFormatter, useTranslations } from "next-intl";
import type { groupReasons } from "@/lib/agreement/schema.map";
import type { MapFacts } from "./load-map";

type GroupReason = (typeof groupReasons)[number];

/** Where no test was made there is no result either, and "no groups" would be one. */
const untested = new Set<GroupReason>(["notShown", "tooFew", "tooMany"]);

/** What the two tests say, as a sentence; nobody is put in a camp that is not there. */
export function Finding({ facts: { map } }: { facts: MapFacts }) {
  const t = useTranslations("agreement.map");
  const format = useFormatter();
  const { letters, reason, figures } = map.groups;
  const stability = figures
    ? format.number(figures.stability, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : "";
  const values = { asClean: figures?.asClean ?? 0, shuffles: figures?.shuffles ?? 0, stability };
  const heading = reason === "tooSmall" ? "someGroups" : reason && untested.has(reason) ? "notTested" : "noGroups";
  return (
    <div className="map-finding">
      <h2>{reason ? t(heading) : t("groups", { count: letters.length })}</h2>
      <p className="map-small">{reason ? t(`reason.${reason}`, values) : t("found", values)}</p>
      {map.notShown === "some" && reason !== "notShown" && <p className="map-small">{t("reason.notShown", values)}</p>}
      {letters.map((letter) => (
        <p key={letter} className="map-small">
          {t("members", { letter, count: map.marks.filter((it) => it.group === letter).length })}
        </p>
      ))}
      <details className="map-small">
        <summary>{t("tests")}</summary>
        <p className="pt-1">{t("testResults")}</p>
      </details>
    </div>
  );
}
