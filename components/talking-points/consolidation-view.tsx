import { useLocale, useNow, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { longDay } from "@/components/ui/format-moment";
import { PageHead } from "@/components/ui/page-head";
import { Stamp } from "@/components/ui/stamp";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { ConsolidateForm } from "./consolidate-form";
import { ConsolidationRows } from "./consolidation-rows";
import { DeskControls } from "./desk-controls";
import { inMargin } from "./in-margin";
import type { ConsolidationFacts } from "./load-amendments";
import { here, talkingPointHref } from "./talking-point-href";

/** The desk: the next version is the text, its amendments are its margin, and the foot says whom the click asks again. */
export function ConsolidationView({ facts }: { facts: ConsolidationFacts }) {
  const t = useTranslations("amendments.desk");
  const list = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const now = useNow();
  const { point, preview } = facts;
  const title = pickLanguage(point.title, locale)?.text ?? list("untitled");
  const amendments = inMargin(facts.amendments, undefined).filter(({ state }) => state !== "draft");
  const open = amendments.filter(({ id }) => !preview.amendments.includes(id)).length;
  const [pen] = preview.viewer.pens;
  return (
    <ProvideMessages of={["amendments"]}>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: title, href: talkingPointHref(point.slug) },
          { label: t("step") },
        ]}
      />
      <PageHead
        title={t("title", { title })}
        marks={
          <>
            <Stamp kind="draft">{t("draftOf", { number: preview.number })}</Stamp>
            <span className="text-small text-ink-2">
              {t("from", { number: point.number, day: longDay(new Date(point.text.at), locale) })}
            </span>
          </>
        }
      >
        {t("count", { count: amendments.length })}
      </PageHead>
      <DeskControls slug={point.slug} display={facts.display} />
      <ConsolidationRows facts={facts} amendments={amendments} pen={pen ?? null} />
      <section className="mt-8 grid gap-3 border-t-[1.5px] border-ink pt-4" aria-labelledby="asks">
        <h2 id="asks" className="text-h3 font-semibold">
          {t("consulted", {
            count: preview.asks.length,
            days: t("days", { count: daysBetween(preview.lastAsked, now) }),
          })}
        </h2>
        {preview.asks.length > 0 && (
          <p>{new Intl.ListFormat(locale).format(preview.asks.map((it) => it.organization.name[locale]))}</p>
        )}
        <p className="text-ink-2">
          {point.usableVersion !== null && `${t("stays", { number: point.usableVersion })} `}
          {t("moves")} {t("open", { count: open })}
        </p>
        {preview.obstacle && !pen && <p className="notice notice-amber">{t(`obstacle.${preview.obstacle}`)}</p>}
        {pen ? (
          <ConsolidateForm
            point={point.slug}
            onBehalfOf={pen}
            amendments={preview.amendments}
            number={preview.number}
            version={preview.version}
            digest={preview.digest}
            obstacle={preview.obstacle}
          />
        ) : (
          <p>{t("reader")}</p>
        )}
      </section>
    </ProvideMessages>
  );
}

const day = 86_400_000;
const daysBetween = (since: string, now: Date) => Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / day));
