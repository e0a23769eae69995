import { useTranslations } from "next-intl";
import { dateAnswers } from "@/lib/briefings/constants";
import { AnswerMark } from "./answer-mark";
import type { ShownDate } from "./shown-date";

/** What the marks of the table mean; of a closing day only where one is marked. */
export function PollLegend({ dates }: { dates: readonly ShownDate[] }) {
  const t = useTranslations("briefingDates");
  return (
    <ul className="poll-legend">
      {[...dateAnswers, null].map((it) => (
        <li key={it ?? "none"}>
          <AnswerMark answer={it} />
          {t(`answer.${it ?? "none"}`)}
        </li>
      ))}
      {dates.some((it) => it.closed) && (
        <li>
          <span className="answer poll-closed border border-rule" aria-hidden="true" />
          {t("closingDay")}
        </li>
      )}
    </ul>
  );
}
