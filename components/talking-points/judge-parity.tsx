"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { api } from "@/lib/api/client";
import { toBilingual } from "./to-bilingual";

type JudgeParityProps = {
  point: string;
  number: number;
  /** The clause's key, and its place in the text. */
  clause: string;
  place: number;
  /** In whose name. */
  judge: string;
  state: "equal" | "pending" | "disputed";
};

/** A second reader says that both languages of a clause say the same, or that they part and where. */
export function JudgeParity({ point, number, clause, place, judge, state }: JudgeParityProps) {
  const t = useTranslations("talkingPoints.parity");
  const [reason, setReason] = useState({ en: "", fr: "" });
  const say = useAction(
    (parity: "equal" | "disputed") =>
      api.talkingPoints.judgeParity.call({
        ...{ id: point, number, clause, onBehalfOf: judge, parity },
        ...(parity === "disputed" && { reason: toBilingual(reason) }),
      }),
    () => t("noted"),
  );
  const { mistakes } = readProblem(say.error);
  const id = `parity-${clause}`;
  return (
    <>
      {state !== "equal" && (
        <Button small loading={say.isPending} onClick={() => say.mutate("equal")} aria-label={t("equalOf", { place })}>
          {t("confirm")}
        </Button>
      )}
      {state !== "disputed" && (
        <ConfirmDetails label={t("differ")}>
          <p>{t("disputeFollows")}</p>
          <BilingualField
            name="reason"
            id={id}
            label={t("reason")}
            rows={2}
            required={false}
            bind={(language) => ({
              value: reason[language],
              onChange: (event) => setReason({ ...reason, [language]: event.target.value }),
            })}
            errorAt={(field) => mistakes.find((it) => it.field === field)?.message}
          />
          <div>
            <Button variant="danger" loading={say.isPending} onClick={() => say.mutate("disputed")}>
              {t("dispute", { place })}
            </Button>
          </div>
        </ConfirmDetails>
      )}
      <ActionError error={say.error} onReread={say.reset} />
    </>
  );
}
