import { useFormatter, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Quote } from "@/components/ui/quote";
import { coveredNumbers } from "@/lib/talking-points/rules.coverage";
import type { OwnEndorsement } from "@/lib/talking-points/schema.endorsements";

type WaitingAnswerProps = {
  waiting: NonNullable<OwnEndorsement["waiting"]>;
  /** The words in force: clauses of others are not numbered by these. */
  text: { number: number; clauses: readonly { key: string; number: number }[] };
};

/** The first of two signatures, with everything that it signed: whoever signs second signs exactly that. */
export function WaitingAnswer({ waiting, text }: WaitingAnswerProps) {
  const t = useTranslations("talkingPoints.answer");
  const answers = useTranslations("talkingPoints.answer.given");
  const usages = useTranslations("talkingPoints.usage");
  const notes = useTranslations("talkingPoints.notes");
  const format = useFormatter();
  const numbers = waiting.version === text.number ? coveredNumbers(waiting, text.clauses) : [];
  const { reservation, reason, lift, anchor } = waiting;
  const about = waiting.version === text.number && text.clauses.find(({ key }) => key === anchor?.clause);
  return (
    <div className="notice grid gap-2">
      <p>
        {t(waiting.mine ? "waitsAfterYou" : "waitsForYou", {
          answer: answers(waiting.response),
          version: waiting.version,
          person: waiting.by ?? "",
        })}
      </p>
      <Facts
        facts={[
          [t("fields.reservation"), reservation && <BothLanguages words={reservation} />],
          [t("fields.reason"), reason && <BothLanguages words={reason} />],
          [t("fields.lift"), lift && <BothLanguages words={lift} />],
          [t("fields.anchorClause"), about && t("fields.clause", { number: about.number })],
          [t("fields.anchor"), anchor && <BothLanguages words={anchor.text} />],
          [t("fields.usage"), usages(waiting.usage)],
        ]}
      />
      {numbers.length > 0 && (
        <p>{notes("onClauses", { count: numbers.length, clauses: format.list(numbers.map(String)) })}</p>
      )}
      {waiting.publicly && <p>{t("isPublic")}</p>}
    </div>
  );
}

/** What is signed is signed in every language in which it was written. */
function BothLanguages({ words }: { words: { en: string | null; fr: string | null } }) {
  return (["en", "fr"] as const).map((language) => {
    const text = words[language];
    return text ? (
      <p key={language} className="whitespace-pre-line">
        <Quote lang={language}>{text}</Quote>
      </p>
    ) : null;
  });
}
