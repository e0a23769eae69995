import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import type { Position } from "@/lib/positions/schema";
import { noonOf } from "../../lib/platform/time/noon-of";
import { ExplanationNote } from "./annotations/explanation-note";
import { JoinedBy } from "./annotations/joined-by";
import { PositionText } from "./position-text";
import { useAuthorityText } from "./use-authority-text";

/** What an organization stands by now: the words, since when, on whose authority, until when, and before whom. */
export function StandingText({ position }: { position: Position }) {
  const t = useTranslations("positions.text");
  const names = useTranslations("positions.visibility.name");
  const authority = useAuthorityText();
  const locale = useLocale();
  const { standing, stale, organization, proposition } = position;
  if (!standing) return <p className="text-ink-2">{t("nothingStands")}</p>;
  const day = standing.reviewBy && longDay(noonOf(standing.reviewBy), locale);
  return (
    <>
      <PositionText
        text={standing}
        stale={stale}
        facts={[
          [t("since"), longDay(new Date(standing.since), locale)],
          [t("authority"), authority(standing.authority) ?? t("authorityUnknown")],
          [t("review"), day && (stale ? t("reviewPast", { day }) : day)],
          [t("readers"), names(standing.visibility, { organization: organization.short[locale] })],
        ]}
      />
      <div className="grid gap-3 pt-3">
        <JoinedBy joins={position.joins} />
        <ExplanationNote explanation={position.explanation} both />
      </div>
      {standing.earlierWording && (
        <p className="notice notice-amber mt-3">
          {t("earlierWording", { given: standing.propositionVersion, current: proposition.version })}
        </p>
      )}
    </>
  );
}
