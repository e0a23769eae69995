import { clsx } from "clsx";
import { useTranslations } from "next-intl";

const rollAnswers = [
  "endorse",
  "endorse_with_reservation",
  "stand_aside",
  "object",
  "to_confirm",
  "not_answered",
] as const;
export type RollAnswer = (typeof rollAnswers)[number];

const shape: Record<RollAnswer, string> = {
  endorse: "st-s",
  endorse_with_reservation: "st-r",
  stand_aside: "st-a",
  object: "st-o",
  to_confirm: "st-confirm",
  not_answered: "st-m",
};

export type AnswerRollRow = {
  answer: RollAnswer;
  organizations: readonly { code: string; name: string }[];
  /** "endorsed version 2". */
  note?: string | undefined;
};

/** Answers by organization: the word, the number, and the same shapes with the codes inside. */
export function AnswerRoll({ rows }: { rows: readonly AnswerRollRow[] }) {
  const t = useTranslations("stances");
  return (
    <dl className="grid gap-2 text-small">
      {rows.map(({ answer, organizations, note }) => (
        <div
          key={answer}
          className="grid grid-cols-[128px_minmax(0,1fr)] md:grid-cols-[150px_minmax(0,1fr)] gap-2.5 leading-[26px]"
        >
          <dt className="text-ink-2">
            {t(`answer.${answer}`)} <b className="text-ink">{organizations.length}</b>
          </dt>
          <dd className="flex flex-wrap gap-1">
            {organizations.map(({ code, name }) => (
              <abbr
                key={code}
                title={name}
                aria-label={name}
                className={clsx("st st-code no-underline", shape[answer])}
              >
                <b>{code}</b>
              </abbr>
            ))}
            {organizations.length === 0 && <span className="text-ink-3">{t("nobody")}</span>}
            {note && <span className="ml-1 text-ink-3">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
