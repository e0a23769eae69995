"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Check, X } from "@/components/ui/icons";
import { api } from "@/lib/api/client";
import { toBilingual } from "./to-bilingual";

type AnswerHandlingProps = {
  point: string;
  amendment: string;
  /** The handling that is shown: no other is answered. */
  step: number;
  agrees: boolean | null;
};

/** The amender agrees with what the lead would do, or not; either is printed beside it. */
export function AnswerHandling({ point, amendment, step, agrees }: AnswerHandlingProps) {
  const t = useTranslations("amendments.act");
  const [comment, setComment] = useState({ en: "", fr: "" });
  const answer = useAction(
    (agree: boolean) =>
      api.talkingPoints.amendments.answer.call({
        ...{ id: point, amendment, step, agrees: agree, comment: toBilingual(comment) },
      }),
    () => t("answered"),
  );
  const { mistakes } = readProblem(answer.error);
  return (
    <fieldset className="no-print grid gap-3">
      <legend className="font-semibold">{t("answer")}</legend>
      <BilingualField
        name="comment"
        label={t("comment")}
        rows={2}
        required={false}
        bind={(language) => ({
          value: comment[language],
          onChange: (event) => setComment({ ...comment, [language]: event.target.value }),
        })}
        errorAt={(field) => mistakes.find((it) => it.field === field)?.message}
      />
      <div className="actions">
        <Button
          variant={agrees === null ? "primary" : "plain"}
          icon={<Check />}
          loading={answer.isPending}
          onClick={() => answer.mutate(true)}
        >
          {t("agree")}
        </Button>
        <Button icon={<X />} loading={answer.isPending} onClick={() => answer.mutate(false)}>
          {t("disagree")}
        </Button>
      </div>
      <ActionError error={answer.error} onReread={answer.reset} />
    </fieldset>
  );
}
