"use client";

import { useTranslations } from "next-intl";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { type FormValues, listed } from "@/components/forms/saved-values";
import { bindField } from "@/components/forms/use-autosave";
import { Checkbox } from "@/components/ui/checkbox";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { clauseCharacters, clauseKinds, questionCharacters } from "@/lib/talking-points/constants";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";

type ClauseFieldsProps = {
  /** The clause's name in the form. */
  name: string;
  values: FormValues;
  change: (name: string, value: string) => void;
  errorAt: (field: string) => string | undefined;
  sources: readonly Option[];
  offices: readonly Option[];
  editing: TalkingPointDetail | null;
};

/** One clause: what kind of line it is, its words in both languages, and what that kind needs beside them. */
export function ClauseFields({ name, values, change, errorAt, sources, offices, editing }: ClauseFieldsProps) {
  const t = useTranslations("talkingPoints.write");
  const kinds = useTranslations("talkingPoints.clauseKind");
  const kind = values[`${name}.kind`] || "key_message";
  const bind = (part: string) => ({
    ...bindField(`${name}.${part}`, values, change),
    error: errorAt(`${name}.${part}`),
  });
  const none = { value: "", label: t("none") };
  return (
    <>
      <Select
        label={t("kind")}
        hint={t(`kindMeaning.${kind as "key_message"}`)}
        options={clauseKinds.map((value) => ({ value, label: kinds(value) }))}
        {...bind("kind")}
      />
      {kind === "if_asked" && (
        <BilingualField
          name={`${name}.question`}
          label={t("question")}
          bind={bindLanguages(`${name}.question`, values, change)}
          maxLength={questionCharacters}
          required={false}
          errorAt={errorAt}
        />
      )}
      <BilingualField
        name={`${name}.text`}
        label={t(kind === "if_asked" ? "answer" : "wording")}
        rows={3}
        words
        bind={bindLanguages(`${name}.text`, values, change)}
        maxLength={clauseCharacters}
        required={false}
        errorAt={errorAt}
      />
      {kind === "ask" && <Select label={t("of")} options={[none, ...offices]} {...bind("of")} />}
      <div className="grid gap-3 md:grid-cols-2">
        <Select label={t("source")} optional={kind !== "proof"} options={[none, ...sources]} {...bind("source")} />
        {values[`${name}.source`] && (
          <TextField label={t("locator")} hint={t("locatorHint")} optional {...bind("locator")} />
        )}
      </div>
      {editing && <EditorialClaim {...{ name, values, change, editing }} />}
    </>
  );
}

type EditorialClaimProps = Pick<ClauseFieldsProps, "name" | "values" | "change"> & { editing: TalkingPointDetail };

/** A claim that a change alters neither meaning nor commitment: offered where a clause stays and its words differ. */
function EditorialClaim({ name, values, change, editing }: EditorialClaimProps) {
  const t = useTranslations("talkingPoints.write");
  const key = values[`${name}.key`];
  const before = editing.text.clauses.find((it) => it.key === key);
  const same = (["en", "fr"] as const).every(
    (lang) => (before?.text[lang] ?? "") === values[`${name}.text.${lang}`]?.trim(),
  );
  if (!key || !before || same) return null;
  const chosen = listed(values, "editorial");
  return (
    <Checkbox
      name={`editorial.${key}`}
      label={t("editorial")}
      hint={t("editorialHint")}
      checked={chosen.includes(key)}
      onChange={({ target }) =>
        change("editorial", (target.checked ? [...chosen, key] : chosen.filter((it) => it !== key)).join(" "))
      }
    />
  );
}
