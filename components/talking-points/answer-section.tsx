import { useLocale, useTranslations } from "next-intl";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { Section } from "@/components/ui/section";
import { Segmented } from "@/components/ui/segmented";
import type { OwnEndorsement } from "@/lib/talking-points/schema.endorsements";
import { AnswerForm } from "./answer-form";
import { ClauseMarks, countMarked } from "./clause-marks";
import { ConfirmAnswer } from "./confirm-answer";
import type { TalkingPointFacts } from "./load-talking-point";
import { OwnAnswer } from "./own-answer";
import { talkingPointHref } from "./talking-point-href";
import { WithdrawAnswer } from "./withdraw-answer";

/** What the reader's organization answers to these words: what stands, what is asked of it, and the one act. */
export function AnswerSection({ facts }: { facts: TalkingPointFacts }) {
  const t = useTranslations("talkingPoints.answer");
  const locale = useLocale();
  const { point, choice, writer } = facts;
  const { organizations } = point.viewer;
  // What was answered to a point that is retired by now can still be taken back.
  const over = point.status === "draft" || (point.status === "retired" && !organizations.some((it) => it.mayWithdraw));
  if (organizations.length === 0 || choice.asOf || over) return null;
  const own = organizations.find(({ organization }) => organization.slug === choice.for) ?? organizations[0];
  if (!own) return null;
  const { organization } = own;
  return (
    <Section title={t("title", { organization: organization.name[locale] })} id="answer" className="no-print mt-8">
      <div className="grid gap-4 pt-3">
        {organizations.length > 1 && (
          <Segmented
            label={t("organization")}
            segments={organizations.map((it) => ({
              href: `${talkingPointHref(point.slug)}?for=${it.organization.slug}#answer`,
              label: it.organization.short[locale],
              current: it === own,
            }))}
          />
        )}
        <OwnAnswer own={own} point={point} />
        <Acts own={own} facts={facts} writer={writer} />
        <MarksFold organization={organization.slug} facts={facts} />
      </div>
    </Section>
  );
}

function Acts({ own, facts, writer }: { own: OwnEndorsement; facts: TalkingPointFacts; writer: string }) {
  const t = useTranslations("talkingPoints.answer");
  const locale = useLocale();
  const { point, choice } = facts;
  const { organization, mayEndorse, mayConfirm, mayWithdraw } = own;
  const name = organization.name[locale];
  const shown = { id: point.slug, version: point.number, digest: point.digest, day: point.text.at };
  if (!mayEndorse && !mayWithdraw) return <p className="text-ink-2">{t("notYours", { organization: name })}</p>;
  return (
    <>
      {mayConfirm && <ConfirmAnswer own={own} shown={shown} name={name} obstacle={point.obstacle} />}
      {mayEndorse && (
        <AnswerForm
          key={`${organization.slug} ${point.number}`}
          own={own}
          shown={shown}
          name={name}
          writer={writer}
          chosen={choice.answer}
          obstacle={point.obstacle}
          clauses={point.text.clauses.map(({ key, number, text, question }) => ({ key, number, text, question }))}
        />
      )}
      {mayWithdraw && (
        <WithdrawAnswer id={point.slug} organization={organization.slug} name={name} again={own.needsFreshSignIn} />
      )}
    </>
  );
}

/** Where an answer alone says too little: how far the private marks are, and the marks themselves, opened in place. */
function MarksFold({ organization, facts }: { organization: string; facts: TalkingPointFacts }) {
  const t = useTranslations("talkingPoints.marks");
  const { point, marks, writer } = facts;
  const own = marks?.own.find((it) => it.organization.slug === organization);
  if (!marks || !own?.mayMark) return null;
  const count = point.text.clauses.length;
  return (
    <ConfirmDetails label={t("fold", { marked: countMarked(own, point.text.clauses), count })}>
      <ClauseMarks {...{ own, point, marks, writer }} />
    </ConfirmDetails>
  );
}
