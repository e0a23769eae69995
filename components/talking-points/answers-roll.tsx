import { useLocale, useTranslations } from "next-intl";
import { AnswerRoll, type AnswerRollRow } from "@/components/stances/answer-roll";
import { responses } from "@/lib/talking-points/constants";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";

type Facts = Pick<TalkingPointDetail, "endorsements" | "notAnswered" | "number">;

/** Who answered what to the words in force; whose answer is to earlier words; and who has not answered, which is no answer. */
export function AnswersRoll({ point }: { point: Facts }) {
  const t = useTranslations("talkingPoints.roll");
  const locale = useLocale();
  const { endorsements, notAnswered } = point;
  const names = (list: readonly { code: string; name: { en: string; fr: string } }[]) =>
    list.map(({ code, name }) => ({ code, name: name[locale] }));
  const current = endorsements.filter((it) => it.current);
  const earlier = endorsements.filter((it) => !it.current);
  const versions = [...new Set(earlier.map(({ version }) => version))].sort((a, b) => a - b);
  const rows: AnswerRollRow[] = responses.map((answer) => ({
    answer,
    organizations: names(current.filter((it) => it.response === answer).map((it) => it.organization)),
  }));
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
