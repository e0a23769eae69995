import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import type { ChangeDays } from "@/lib/agreement/schema.time";
import { api } from "@/lib/api/server";
import type { Locale } from "@/lib/platform/i18n/routing";
import { noonOf } from "@/lib/platform/time/noon-of";
import { type AgreementQuery, hrefOf } from "./agreement-query";
import "./time.css";
import { TimeSlider } from "./time-slider";
import { pathOf, type View } from "./views";

type TimeBarProps = { view: View; choice: AgreementQuery };

/** When: the days on which something changed, as steps back and forth. */
export async function TimeBar({ view, choice }: TimeBarProps) {
  const { theme, on } = choice;
  const told = await api.agreement.days({ ...(theme && { theme }), ...(on && { asOf: on }) });
  if (told.days.length === 0 && !told.asOf) return null;
  return (
    <ProvideMessages of={["agreement.time"]}>
      <Steps view={view} choice={choice} told={told} />
    </ProvideMessages>
  );
}

function Steps({ view, choice, told: { days, asOf } }: TimeBarProps & { told: ChangeDays }) {
  const t = useTranslations("agreement.time");
  const locale = useLocale() as Locale;
  const at = (on: string | undefined) => hrefOf(pathOf(view), { ...choice, on });
  // The last day on which something changed is what stands now.
  const past = days.slice(0, -1);
  const before = past.findLast((day) => !asOf || day < asOf);
  const after = asOf ? past.find((day) => day > asOf) : undefined;
  return (
    <>
      {asOf && (
        <p className="time-read-only">
          <b>{t("readOnly", { day: longDay(noonOf(asOf), locale) })}</b> {t("readOnlyHint")}
        </p>
      )}
      <nav className="time no-print" aria-label={t("label")}>
        {before ? (
          <Link href={at(before)} scroll={false} rel="prev">
            {t("before", { day: longDay(noonOf(before), locale) })}
          </Link>
        ) : (
          <span className="text-ink-3">{t("first")}</span>
        )}
        <TimeSlider days={past} on={asOf} labels={past.map((day) => longDay(noonOf(day), locale))} />
        {after && (
          <Link href={at(after)} scroll={false} rel="next">
            {t("after", { day: longDay(noonOf(after), locale) })}
          </Link>
        )}
        {asOf && (
          <Link href={at(undefined)} scroll={false}>
            {t("today")}
          </Link>
        )}
      </nav>
    </>
  );
}
