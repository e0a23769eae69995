"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import { clauseMarks } from "@/lib/talking-points/constants";
import type { WalkAway } from "@/lib/talking-points/schema.marks";
import { toBilingual } from "./to-bilingual";

type MarkClauseProps = {
  /** The words that are shown. */
  shown: { id: string; version: number; digest: string };
  organization: string;
  clause: { key: string; number: number };
  mark: WalkAway["own"][number]["marks"][number] | null;
  /** Amendments that are open on this clause. */
  amendments: readonly number[];
};

/** What a clause is to the reader's organization, chosen and kept one by one. */
export function MarkClause({ shown, organization, clause, mark, amendments }: MarkClauseProps) {
  const t = useTranslations("talkingPoints.marks");
  const [chosen, setChosen] = useState<string>(mark?.mark ?? "");
  const [text, setText] = useState({ en: mark?.text?.en ?? "", fr: mark?.text?.fr ?? "" });
  const [amendment, setAmendment] = useState(mark?.amendment ? String(mark.amendment) : "");
  const given = clauseMarks.find((it) => it === chosen) ?? null;
  const helps = given !== null && given !== "acceptable";
  const save = useAction(
    () =>
      api.talkingPoints.marks.set.call({
        ...{ ...shown, organization, clause: clause.key, mark: given },
        ...(given === "needs_change" && { text: toBilingual(text) }),
        ...(helps && amendment && { amendment: Number(amendment) }),
      }),
    () => t("saved", { number: clause.number }),
  );
  const { mistakes } = readProblem(save.error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const id = `mark-${clause.key}-${organization}`;
  return (
    <div className="grid max-w-[600px] gap-3">
      <Select
        id={id}
        name="mark"
        label={t("ofClause", { number: clause.number })}
        options={[
          { value: "", label: t("mark.none") },
          ...clauseMarks.map((value) => ({ value, label: t(`mark.${value}`) })),
        ]}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        error={errorAt("mark")}
      />
      {given === "needs_change" && (
        <BilingualField
          name="text"
          id={`${id}-text`}
          label={t("text")}
          rows={2}
          required
          bind={(language) => ({
            value: text[language],
            onChange: (event) => setText({ ...text, [language]: event.target.value }),
          })}
          errorAt={errorAt}
        />
      )}
      {helps && amendments.length > 0 && (
        <Select
          id={`${id}-amendment`}
          name="amendment"
          label={t("amendment")}
          options={[
            { value: "", label: t("noAmendment") },
            ...amendments.map((number) => ({ value: String(number), label: t("amendmentNumber", { number }) })),
          ]}
          value={amendment}
          onChange={(event) => setAmendment(event.target.value)}
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
