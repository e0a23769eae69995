"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import type { FormValues } from "@/components/forms/saved-values";
import { useAction } from "@/components/forms/use-action";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import { clauseMarks } from "@/lib/talking-points/constants";
import type { WalkAway } from "@/lib/talking-points/schema.marks";
import { pair } from "./text-values";

type MarkClauseProps = {
  /** The words that are shown. */
  shown: { id: string; version: number; digest: string };
  organization: string;
  clause: { key: string; number: number };
  mark: WalkAway["own"][number]["marks"][number] | null;
  /** Amendments that are open on this clause. */
  amendments: readonly number[];
  /** Whose words are kept on this device. */
  writer: string;
};

/** What a clause is to the reader's organization, chosen and kept one by one. */
export function MarkClause({ shown, organization, clause, mark, amendments, writer }: MarkClauseProps) {
  const t = useTranslations("talkingPoints.marks");
  const write = useTranslations("talkingPoints.write");
  const saved = useAutosave<FormValues>(`concerted:mark:${writer}:${shown.id}:${organization}:${clause.key}`, {
    mark: mark?.mark ?? "",
    "text.en": mark?.text?.en ?? "",
    "text.fr": mark?.text?.fr ?? "",
    amendment: mark?.amendment ? String(mark.amendment) : "",
  });
  const { values, change } = saved;
  const given = clauseMarks.find((it) => it === values.mark) ?? null;
  const helps = given !== null && given !== "acceptable";
  const save = useAction(
    () =>
      api.talkingPoints.marks.set.call({
        ...{ ...shown, organization, clause: clause.key, mark: given },
        ...(given === "needs_change" && { text: pair(values, "text") }),
        ...(helps && values.amendment && { amendment: Number(values.amendment) }),
      }),
    () => {
      saved.reset(values);
      return t("saved", { number: clause.number });
    },
  );
  const { mistakes } = readProblem(save.error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const id = `mark-${clause.key}-${organization}`;
  return (
    <div className="grid max-w-[600px] gap-3">
      {saved.restored && <RestoredNotice text={write("restored")} drop={write("clear")} onDrop={() => saved.reset()} />}
      <Select
        {...bindField("mark", values, change)}
        id={id}
        label={t("ofClause", { number: clause.number })}
        options={[
          { value: "", label: t("mark.none") },
          ...clauseMarks.map((value) => ({ value, label: t(`mark.${value}`) })),
        ]}
        error={errorAt("mark")}
      />
      {given === "needs_change" && (
        <BilingualField
          name="text"
          id={`${id}-text`}
          label={t("text")}
          rows={2}
          required
          bind={bindLanguages("text", values, change)}
          errorAt={errorAt}
        />
      )}
      {helps && amendments.length > 0 && (
        <Select
          {...bindField("amendment", values, change)}
          id={`${id}-amendment`}
          label={t("amendment")}
          options={[
            { value: "", label: t("noAmendment") },
            ...amendments.map((number) => ({ value: String(number), label: t("amendmentNumber", { number }) })),
          ]}
          error={errorAt("amendment")}
        />
      )}
      <div>
        <Button small loading={save.isPending} onClick={() => save.mutate()}>
          {t("save", { number: clause.number })}
        </Button>
      </div>
      <ActionError error={save.error} onReread={save.reset} />
    </div>
  );
}
