"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { FieldErrors } from "@/components/ui/field-errors";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/lib/api/client";
import { type DateAnswer, dateAnswers } from "@/lib/briefings/constants";
import type { ShownDate, ShownRow } from "../shown-date";

export type EnteredRow = ShownRow & { version: number | null; office: boolean };
type EnterAnswerProps = { id: string; dates: readonly ShownDate[]; rows: readonly EnteredRow[] };

/** What the host was told, in the name of whoever told it, with its source. */
export function EnterAnswer({ id, dates, rows }: EnterAnswerProps) {
  const t = useTranslations("briefingDates.desk");
  const words = useTranslations("briefingDates");
  const keyOf = ({ key, office }: EnteredRow) => `${office ? "office" : "organization"} ${key}`;
  const [chosen, setChosen] = useState(rows[0] ? keyOf(rows[0]) : "");
  const row = rows.find((it) => keyOf(it) === chosen);
  const [changed, setChanged] = useState<Record<string, DateAnswer | null>>({});
  const [source, setSource] = useState({ en: "", fr: "" });
  const answerTo = (date: string) => (date in changed ? (changed[date] ?? null) : (row?.answers[date] ?? null));
  const enter = useAction(
    async () => {
      if (!row) return;
      const answers = dates.flatMap(({ id: option, revision }) => {
        const answer = answerTo(option);
        return answer ? [{ option, revision, answer }] : [];
      });
      const seen = { context: row.version === null ? { ifNoneMatch: true } : { ifMatch: row.version } };
      const given = { id, answers, noneWorks: false, source };
      if (row.office) await api.briefings.dates.answerForOffice.call({ ...given, office: row.key }, seen);
      else await api.briefings.dates.answer.call({ ...given, organization: row.key }, seen);
    },
    () => {
      setChanged({});
      return t("entered");
    },
  );
  const { mistakes } = readProblem(enter.error);
  const wrong = mistakes.find((it) => it.field === "source")?.message;
  return (
    <ConfirmDetails label={t("enter")}>
      <p>{t("enterFollows")}</p>
      <FieldErrors errors={mistakes} />
      <Select
        name="enter-for"
        label={t("for")}
        options={rows.map((it) => ({ value: keyOf(it), label: it.name }))}
        value={chosen}
        onChange={(event) => {
          setChosen(event.target.value);
          setChanged({});
        }}
      />
      {dates.map((date) => (
        <Select
          key={date.id}
          name={`enter-${date.id}`}
          label={date.name}
          optional
          options={[
            { value: "", label: words("answer.none") },
            ...dateAnswers.map((value) => ({ value, label: words(`answer.${value}`) })),
          ]}
          value={answerTo(date.id) ?? ""}
          onChange={(event) => {
            const answer = dateAnswers.find((it) => it === event.target.value) ?? null;
            setChanged((before) => ({ ...before, [date.id]: answer }));
          }}
        />
      ))}
      <TextField
        id="source"
        name="source.en"
        label={t("sourceEn")}
        hint={t("sourceHint")}
        lang="en"
        optional
        maxLength={200}
        value={source.en}
        onChange={(event) => setSource({ ...source, en: event.target.value })}
        error={wrong}
      />
      <TextField
        name="source.fr"
        label={t("sourceFr")}
        lang="fr"
        optional
        maxLength={200}
        value={source.fr}
        onChange={(event) => setSource({ ...source, fr: event.target.value })}
      />
      <div className="actions">
        <Button loading={enter.isPending} onClick={() => enter.mutate()}>
          {t("enterButton")}
        </Button>
      </div>
      <ActionError error={enter.error} onReread={enter.reset} />
    </ConfirmDetails>
  );
}
