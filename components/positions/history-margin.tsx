import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { TimeZoneNote } from "@/components/ui/time-zone-note";
import { Timeline } from "@/components/ui/timeline";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import type { Position, PositionHistoryStep } from "@/lib/positions/schema";
import { foldSaves } from "./fold-saves";
import { HistoryStep } from "./history-step";
import type { PositionFacts } from "./load-position";
import { positionHref } from "./position-href";

/** The revision that is shown as the present one: its last signature gets the filled ring. */
const isNow = (step: PositionHistoryStep, standing: Position["standing"]) =>
  (step.kind === "signed_off" || step.kind === "confirmed") && step.text.revision === standing?.revision;

/** How a position came about, newest first. Nothing is edited away: every text that stood can be read again. */
export function HistoryMargin({ facts }: { facts: PositionFacts }) {
  const t = useTranslations("positions.history");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const { history, position, positionKey, organization, readerZone } = facts;
  const current = [position?.standing?.revision, position?.draft?.revision];
  const steps = foldSaves(history.items).map(({ step, saves }) => {
    const at = new Date(step.at);
    return {
      key: `${step.kind}-${step.at}-${String(step.text.revision)}`,
      date: (
        <>
          <time dateTime={step.at}>
            {longDay(at, locale)} <span className="font-normal text-ink-3">{timeOfDay(at)}</span>
          </time>
          {readerZone && <TimeZoneNote at={at} zone={readerZone} />}
        </>
      ),
      text: (
        <HistoryStep
          step={step}
          saves={saves}
          organization={organization.short[locale]}
          folded={step.kind === "signed_off" && !current.includes(step.text.revision)}
        />
      ),
      ...(isNow(step, position?.standing ?? null) && { mark: "now" as const }),
    };
  });
  return (
    <>
      <h2 className="pt-3 font-ui text-small font-semibold text-pen">{t("title")}</h2>
      {steps.length === 0 ? (
        <p>{t("empty")}</p>
      ) : (
        <div className="-mt-2">
          <Timeline label={t("title")} steps={steps} upright />
        </div>
      )}
      {history.nextCursor && (
        <p>
          <Link
            href={`${positionHref(positionKey.organization, positionKey.proposition)}?before=${history.nextCursor}`}
            scroll={false}
          >
            {t("earlier")}
          </Link>
        </p>
      )}
    </>
  );
}
