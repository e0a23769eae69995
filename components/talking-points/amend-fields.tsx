"use client";

import { useLocale, useTranslations } from "next-intl";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField } from "@/components/forms/use-autosave";
import { Select } from "@/components/ui/select";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { clauseCharacters, questionCharacters, titleCharacters } from "@/lib/talking-points/constants";
import { beginning } from "./amend-values";
import { ClauseFields } from "./clause-fields";
import { ClauseList } from "./clause-list";
import type { AmendingFacts } from "./load-amendments";
import { clauseNames } from "./text-values";

type AmendFieldsProps = {
  facts: AmendingFacts;
  values: FormValues;
  change: (name: string, value: string) => void;
  begin: (name: string, value: string) => void;
  errorAt: (field: string) => string | undefined;
};

const shownLetters = 60;

/** What a kind of amendment needs: a clause, a place, words, or a whole text. */
export function AmendFields({ facts, values, change, begin, errorAt }: AmendFieldsProps) {
  const t = useTranslations("amendments.form");
  const conflict = useTranslations("talkingPoints.write.conflict");
  const locale = useLocale();
  const { point, sources, offices } = facts;
  const { kind } = values;
  const clauses = point.text.clauses.map(({ key, number, text }) => {
    const words = pickLanguage(text, locale)?.text ?? "";
    return {
      value: key,
      label: `${number}. ${words.length > shownLetters ? `${words.slice(0, shownLetters)}…` : words}`,
    };
  });
  const places = [
    { value: beginning, label: t("beginning") },
    ...clauses.filter((it) => kind !== "move" || it.value !== values.clause),
  ];
  const clause = point.text.clauses.find(({ key }) => key === values.clause);
  const bilingual = { required: false, errorAt } as const;
  const several = { values, change, errorAt, sources, offices, editing: null };
  const [first = "n99"] = clauseNames(values);
  return (
    <>
      {(kind === "words" || kind === "drop" || kind === "move") && (
        <Select
          label={t("clause")}
          options={clause ? clauses : [{ value: values.clause ?? "", label: conflict("gone") }, ...clauses]}
          {...bindField("clause", values, begin)}
          error={errorAt("clause")}
        />
      )}
      {(kind === "move" || kind === "new_clause") && (
        <Select label={t("after")} options={places} {...bindField("after", values, change)} error={errorAt("after")} />
      )}
      {kind === "words" && clause?.kind === "if_asked" && (
        <BilingualField
          {...bilingual}
          name="question"
          label={t("question")}
          bind={bindLanguages("question", values, change)}
          maxLength={questionCharacters}
        />
      )}
      {kind === "words" && (
        <BilingualField
          {...bilingual}
          name="words"
          label={t("wording")}
          hint={t("wordingHint")}
          rows={4}
          words
          bind={bindLanguages("words", values, change)}
          maxLength={clauseCharacters}
        />
      )}
      {kind === "everywhere" && (
        <>
          <BilingualField
            {...bilingual}
            name="find"
            label={t("find")}
            bind={bindLanguages("find", values, change)}
            maxLength={clauseCharacters}
          />
          <BilingualField
            {...bilingual}
            name="instead"
            label={t("instead")}
            bind={bindLanguages("instead", values, change)}
            maxLength={clauseCharacters}
          />
        </>
      )}
      {kind === "new_clause" && <ClauseFields name={first} {...several} />}
      {kind === "whole" && (
        <>
          <BilingualField
            {...bilingual}
            name="title"
            label={t("newTitle")}
            bind={bindLanguages("title", values, change)}
            maxLength={titleCharacters}
          />
          <ClauseList {...several} />
        </>
      )}
    </>
  );
}
