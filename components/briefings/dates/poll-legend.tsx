import { useTranslations } from "next-intl";
import { dateAnswers } from "@/lib/briefings/constants";
import { AnswerMark } from "./answer-mark";

/** What the marks of the table mean. */
export function PollLegend() {
  const t = useTranslations("briefingDates");
  return (
    <ul className="poll-legend">
      {[...dateAnswers, null].map((it) => (
        <li key={it ?? "none"}>
          <AnswerMark answer={it} />
          {t(`answer.${it ?? "none"}`)}
        </li>
      ))}
      <li>
        <span className="answer poll-closed border border-rule" aria-hidden="true" />
        {t("closingDay")}
      </li>
    </ul>
  );
}
