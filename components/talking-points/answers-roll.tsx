import { useFormatter, useLocale, useTranslations } from "next-intl";
import { AnswerRoll, type AnswerRollRow } from "@/components/stances/answer-roll";
import { responses } from "@/lib/talking-points/constants";
import { coveredNumbers } from "@/lib/talking-points/rules.coverage";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";

type Facts = {
  answers: TalkingPointDetail["endorsements"];
  notAnswered: TalkingPointDetail["notAnswered"];
  /** The words in force, of which some answers are about a part alone. */
  clauses: readonly { key: string; number: number }[];
};

/** Who answered what to the words in force; whose answer is to earlier words; and who has not answered, which is no answer. */
export function AnswersRoll({ answers, notAnswered, clauses }: Facts) {
  const t = useTranslations("talkingPoints.roll");
  const locale = useLocale();
  const format = useFormatter();
  const names = (list: readonly { code: string; name: { en: string; fr: string } }[]) =>
    list.map(({ code, name }) => ({ code, name: name[locale] }));
  const current = answers.filter((it) => it.current);
  const earlier = answers.filter((it) => !it.current);
  const versions = [...new Set(earlier.map(({ version }) => version))].sort((a, b) => a - b);
  const partly = (list: typeof current) =>
    list
      .map((it) => ({ code: it.organization.code, numbers: coveredNumbers(it, clauses) }))
      .filter(({ numbers }) => numbers.length > 0)
      .map(({ code, numbers }) =>
        t("partly", { code, count: numbers.length, clauses: format.list(numbers.map(String)) }),
      )
      .join(" ");
  const rows: AnswerRollRow[] = responses.map((answer) => {
    const given = current.filter((it) => it.response === answer);
    return { answer, organizations: names(given.map((it) => it.organization)), note: partly(given) || undefined };
  });
  if (earlier.length > 0)
    rows.push({
      answer: "to_confirm",
      organizations: names(earlier.map((it) => it.organization)),
      note: t("answered", { versions: versions.join(", ") }),
    });
  if (notAnswered.length > 0) rows.push({ answer: "not_answered", organizations: names(notAnswered) });
  return (
    <section aria-label={t("label")}>
      <AnswerRoll rows={rows} />
    </section>
  );
}
