import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { CategoryMark } from "@/components/stances/category-mark";
import { FilterSelect } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import type { Locale } from "@/lib/platform/i18n/routing";
import { hrefOf } from "../agreement-query";
import { PolisDownload } from "../download-links";
import { NoOrganizations } from "../no-organizations";
import { PrintButton } from "../print-button";
import { ThemeFilter } from "../theme-filter";
import { ViewHead } from "../view-head";
import { Finding } from "./finding";
import { pullsShown } from "./layout";
import type { MapFacts } from "./load-map";
import "./map.css";
import { MapFigure } from "./map-figure";
import { MapTable, tableRows } from "./map-table";
import { toPicture } from "./picture";

/** How close the stances are: what was found first, then the picture, then the same facts as a table. */
export function MapView({ facts }: { facts: MapFacts }) {
  return (
    <>
      <Head facts={facts} />
      {facts.map.marks.length === 0 ? (
        <NoOrganizations />
      ) : (
        <>
          <div className="map-both">
            <Finding facts={facts} />
            <ProvideMessages of={["agreement.map"]}>
              <Figure facts={facts} />
            </ProvideMessages>
            <MapNotes facts={facts} />
          </div>
          <MapTable facts={facts} steps={stepsOf(facts)} />
        </>
      )}
    </>
  );
}

/** A table of thousands comes by pages; the address says where one is. */
function stepsOf({ choice, counted, map }: MapFacts) {
  if (map.marks.length <= tableRows) return undefined;
  const { cursor, ...first } = choice;
  const from = Math.min(Number(/^\d{1,6}$/.exec(cursor ?? "")?.[0] ?? 0), map.marks.length - 1);
  const hrefFrom = (at: number) => {
    const href = hrefOf("/agreement/map", { ...first, ...(at > 0 && { cursor: String(at) }) });
    const whole = counted === "half" ? href : `${href}${href.includes("?") ? "&" : "?"}reservation=${counted}`;
    return `${whole}#table`;
  };
  return { from, hrefOf: hrefFrom };
}

function Figure({ facts }: { facts: MapFacts }) {
  const t = useTranslations("agreement.map");
  const format = useFormatter();
  const locale = useLocale() as Locale;
  const [across, upward] = facts.map.explained.map((it) => format.number(it, { style: "percent" }));
  const words = useTranslations("agreement.file");
  const picture = {
    ...toPicture(facts, locale),
    across: t("across", { share: across ?? "" }),
    upward: t("upward", { share: upward ?? "" }),
    fileName: [words(facts.illustrative ? "illustrative" : "name"), words("map"), facts.map.asOf]
      .filter(Boolean)
      .join("-"),
  };
  return <MapFigure picture={picture} />;
}

function Head({ facts: { choice, counted, themes } }: { facts: MapFacts }) {
  const t = useTranslations("agreement.map");
  const words = useTranslations("agreement.grid");
  const studies = useTranslations("studies");
  const language = useLocale();
  const query = new URLSearchParams({ language });
  if (choice.theme) query.set("theme", choice.theme);
  if (choice.on) query.set("asOf", choice.on);
  if (counted !== "half") query.set("reservation", counted);
  return (
    <ViewHead
      view="map"
      title={t("heading")}
      choice={choice}
      filters={
        <>
          <ThemeFilter themes={themes} theme={choice.theme} />
          <FilterSelect
            label={t("reservation")}
            name="reservation"
            value={counted === "half" ? "" : counted}
            options={[
              { value: "", label: t("half") },
              { value: "whole", label: t("whole") },
            ]}
          />
        </>
      }
      end={
        <>
          <a href="#table">{t("asTable")}</a>
          <a href={`/api/v1/agreement/map/export?${query}`}>{words("csv")}</a>
          <PolisDownload choice={choice} />
          <Link href="/studies">{studies("listTitle")}</Link>
          <PrintButton label={words("print")} />
        </>
      }
    >
      {t("lede")}
    </ViewHead>
  );
}

function MapNotes({ facts: { map } }: { facts: MapFacts }) {
  const t = useTranslations("agreement.map");
  const format = useFormatter();
  const locale = useLocale();
  const [across, upward] = map.explained;
  const share = format.number(across + upward, { style: "percent" });
  return (
    <div className="map-notes">
      <div>
        <h3>{t("pulls")}</h3>
        <ul className="map-pulls">
          {map.pulls.slice(0, pullsShown).map(({ slug, number, title, category }) => (
            <li key={slug}>
              <span>{number}</span>
              <Link href={`/propositions/${slug}`}>{title[locale]}</Link>
              <CategoryMark category={category} />
            </li>
          ))}
        </ul>
      </div>
      <div className="map-small">
        <h3>{t("howToRead")}</h3>
        <p>{t("reading", { share })}</p>
        {map.marks.some((it) => it.faint) && <p>{t("readingFew")}</p>}
        {map.cautions.map((caution) => (
          <p key={caution} className="reason">
            {t(`caution.${caution}`, {
              ratio: map.separation === null ? "" : format.number(map.separation, { maximumFractionDigits: 2 }),
            })}
          </p>
        ))}
        {map.alpha !== null && <p>{t("alpha", { alpha: format.number(map.alpha, { maximumFractionDigits: 2 }) })}</p>}
      </div>
    </div>
  );
}
