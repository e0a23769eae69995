import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { MessageSquareQuote } from "@/components/ui/icons";
import type { Explanation } from "@/lib/positions/schema.annotations";
import { Reasons } from "../reservation-and-reasons";

type ExplanationNoteProps = { explanation: Explanation | null; both?: boolean | undefined };

/** Why a position is taken, as it was put on record; it goes wherever the stance goes. */
export function ExplanationNote({ explanation, both }: ExplanationNoteProps) {
  const t = useTranslations("positions.annotations");
  const locale = useLocale();
  if (!explanation) return null;
  return (
    <div>
      <p className="note-head">
        <MessageSquareQuote />
        {t("explanation")}
      </p>
      <Reasons text={explanation.text} both={both} />
      {explanation.earlierText && (
        <p className="text-small text-ink-3">
          {t("explanationEarlier", { day: longDay(new Date(explanation.since), locale) })}
        </p>
      )}
    </div>
  );
}
