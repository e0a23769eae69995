import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Check, Clock, X } from "@/components/ui/icons";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Amendment } from "@/lib/talking-points/schema.amendments";

/** What the lead would do with an amendment, and the amender's answer: both are printed, whether they agree or not. */
export function AmendmentHandling({ amendment }: { amendment: Amendment }) {
  const t = useTranslations("amendments.handling");
  const locale = useLocale();
  const { handling, answer, organization, state } = amendment;
  if (!handling || state === "withdrawn") return null;
  const words = pickLanguage(handling.words ?? handling.question ?? { en: null, fr: null }, locale);
  const reason = pickLanguage(handling.reason, locale);
  const comment = pickLanguage(answer?.comment ?? { en: null, fr: null }, locale);
  const amender = organization.name[locale];
  const Mark = !answer ? Clock : answer.agrees ? Check : X;
  return (
    <div className="grid gap-1 border-l border-rule pl-3">
      <p>
        {t("proposed", { organization: handling.by.name[locale] })}{" "}
        <b>{t(handling.handling, { organization: handling.supersededBy?.organization.name[locale] ?? "" })}</b>
      </p>
      {words && <p lang={words.lang}>{t("as", { words: words.text })}</p>}
      {reason && <p lang={reason.lang}>{reason.text}</p>}
      <p className="flex items-baseline gap-1.5">
        <Mark className="size-3.5 shrink-0" />
        <span>
          {answer
            ? t(answer.agrees ? "agrees" : "disagrees", { organization: amender })
            : t("unanswered", { organization: amender, day: longDay(new Date(handling.at), locale) })}
          {comment && (
            <span lang={comment.lang} className="block text-ink-2">
              {comment.text}
            </span>
          )}
        </span>
      </p>
    </div>
  );
}
