"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/lib/api/client";

type AskForDatesProps = {
  id: string;
  state: "planned" | "polling" | "scheduled";
  city: string;
  /** On the meeting's clock; empty where there is none. */
  closes: string;
  writer: string;
};

const buttons = { planned: "askButton", polling: "closesButton", scheduled: "askAgainButton" } as const;
/** Who hears of it: another last moment is mailed to nobody. */
const follows = { planned: "askFollows", polling: "closesFollows", scheduled: "askAgainFollows" } as const;

/** Asks for answers until a last moment; and again, with a reason, after a date was chosen. */
export function AskForDates({ id, state, city, closes, writer }: AskForDatesProps) {
  const t = useTranslations("briefingDates.desk");
  const saved = useAutosave<Record<string, string>>(`concerted:asking:${writer}:${id}:${state}`, {
    ...{ day: closes.slice(0, 10), hour: closes.slice(11) || "17:00" },
    ...{ "reason.en": "", "reason.fr": "" },
  });
  const { values, change } = saved;
  const ask = useAction(
    () => {
      return api.briefings.dates.ask.call({
        id,
        ...(values.day && { closes: `${values.day}T${values.hour}` }),
        ...(state === "scheduled" && { reason: { en: values["reason.en"] ?? "", fr: values["reason.fr"] ?? "" } }),
      });
    },
    () => {
      saved.clear();
      return t(state === "polling" ? "closesSaved" : "opened");
    },
  );
  const { mistakes } = readProblem(ask.error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  return (
    <div className="grid max-w-[600px] gap-3 pt-3">
      <p>{t(follows[state])}</p>
      <FieldErrors errors={mistakes} />
      {state === "scheduled" && (
        <BilingualField
          name="reason"
          label={t("reason")}
          rows={2}
          bind={bindLanguages("reason", values, change)}
          errorAt={errorAt}
          required={false}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <DateField
          id="closes"
          label={t("closesDay")}
          hint={t("closesHint", { city })}
          optional
          {...bindField("day", values, change)}
          error={errorAt("closes")}
        />
        <TextField
          id="closes-hour"
          type="time"
          label={t("closesHour")}
          {...bindField("hour", values, change)}
          className="max-w-36"
        />
      </div>
      <div className="actions">
        <Button
          variant={state === "planned" ? "primary" : "plain"}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        >
          {t(buttons[state])}
        </Button>
      </div>
      <ActionError error={ask.error} onReread={ask.reset} />
    </div>
  );
}
