"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { RestoredNotice } from "@/components/forms/restored-notice";
import { SignPanel } from "@/components/forms/sign-panel";
import { useAction } from "@/components/forms/use-action";
import { useAutosave } from "@/components/forms/use-autosave";
import { useAuthorityText } from "@/components/positions/use-authority-text";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { PenLine } from "@/components/ui/icons";
import { RadioCards } from "@/components/ui/radio-cards";
import { api } from "@/lib/api/client";
import { type EndorsementResponse, responses } from "@/lib/talking-points/constants";
import type { OwnEndorsement } from "@/lib/talking-points/schema.endorsements";
import { AnswerDetails, type ClauseOption } from "./answer-details";
import { answerInput, beginAnswer, clausesOf, fieldInAnswer, fitValues, usageWith, waitingFor } from "./answer-values";

export type ShownText = { id: string; version: number; digest: string; day: string };
type AnswerFormProps = {
  own: OwnEndorsement;
  shown: ShownText;
  /** The organization in the reader's language. */
  name: string;
  /** Whose words are kept on this device. */
  writer: string;
  chosen: EndorsementResponse | undefined;
  /** Why nobody can answer now; an objection waits for nothing. */
  obstacle: "notOpen" | "parityPending" | "parityDisputed" | null;
  clauses: readonly ClauseOption[];
};

/** One of four answers, what it says, and the signature under it: to exactly the words that were shown. */
export function AnswerForm({ own, shown, name, writer, chosen, obstacle, clauses }: AnswerFormProps) {
  const t = useTranslations("talkingPoints.answer");
  const names = useTranslations("talkingPoints.answer.verb");
  const authority = useAuthorityText();
  const place = `concerted:answer:${writer}:${shown.id}:${own.organization.slug}`;
  const saved = useAutosave(place, beginAnswer(own, { chosen, version: shown.version, clauses }));
  const { change } = saved;
  const values = fitValues(saved.values, { clauses, publicly: own.mayEndorsePublicly });
  const gone = clausesOf(saved.values).length - clausesOf(values).length;
  const response = responses.find((it) => it === values.response);
  const sign = useAction(
    () =>
      api.talkingPoints.endorsements.endorse.call(answerInput(values, { ...shown, onBehalfOf: own.organization.slug })),
    () => {
      saved.reset();
      return t("signed", { organization: name, version: shown.version });
    },
  );
  const mistakes = readProblem(sign.error).mistakes.map((it) => ({ ...it, field: fieldInAnswer(it.field) }));
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const stopped = obstacle && response !== "object" ? t(`obstacle.${obstacle}`) : undefined;
  const cards = responses.map((value) => ({ value, label: names(value), hint: t(`meaning.${value}`) }));
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[880px] gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (response && !sign.isPending) sign.mutate();
      }}
    >
      {saved.restored && <RestoredNotice text={t("restored")} drop={t("clear")} onDrop={() => saved.reset()} />}
      <FieldErrors errors={mistakes} />
      <RadioCards
        name="response"
        label={t("question", { version: shown.version })}
        cards={cards}
        value={response ?? null}
        onChange={(value) => {
          change("response", value);
          change("usage", usageWith(value, waitingFor(own, shown.version)));
        }}
      />
      {response && (
        <>
          <AnswerDetails {...{ response, values, change, errorAt, clauses, gone }} publicly={own.mayEndorsePublicly} />
          <SignPanel
            title={t("sign.title", { organization: name })}
            organization={name}
            mandate={authority(own.mandate)}
            version={t("sign.version", { version: shown.version })}
            digest={shown.digest}
            actions={
              own.needsFreshSignIn && !stopped ? (
                <Reauthenticate primary />
              ) : (
                <Button type="submit" variant="primary" icon={<PenLine />} loading={sign.isPending} reason={stopped}>
                  {t(`sign.${response}`, { version: shown.version })}
                </Button>
              )
            }
          >
            <p>{t(`follows.${response}`, { organization: name, version: shown.version })}</p>
            {own.signatures > 1 && response !== "object" && <p>{t("two", { organization: name })}</p>}
            <ActionError error={sign.error} onReread={sign.reset} />
          </SignPanel>
        </>
      )}
    </form>
  );
}
