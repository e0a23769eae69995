"use client";

import { useTranslations } from "next-intl";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField } from "@/components/forms/use-autosave";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { type EndorsementResponse, reservationWordLimit, usages } from "@/lib/talking-points/constants";
import type { Clause } from "@/lib/talking-points/schema.text";
import { clausesOf, textsOf, usageFor } from "./answer-values";

export type ClauseOption = Pick<Clause, "key" | "number" | "text" | "question">;
type AnswerDetailsProps = {
  response: EndorsementResponse;
  values: FormValues;
  change: (name: string, value: string) => void;
  errorAt: (field: string) => string | undefined;
  clauses: readonly ClauseOption[];
  /** How many of the clauses that were named before are no longer in the text. */
  gone: number;
  /** Whether the signatory may let the name appear outside the network. */
  publicly: boolean;
};

/** What an answer says: its reservation or its reason, the words it is about, the clauses it covers, and its usage. */
export function AnswerDetails({ response, values, change, errorAt, clauses, gone, publicly }: AnswerDetailsProps) {
  const t = useTranslations("talkingPoints.answer");
  const names = useTranslations("talkingPoints.usage");
  const carried = textsOf[response];
  const text = (name: string) => ({
    name,
    label: t(`fields.${name as "reservation"}`),
    hint: t(`fields.${name as "reservation"}Hint`),
    rows: 3,
    words: true,
    bind: bindLanguages(name, values, change),
    errorAt,
  });
  return (
    <div className="grid gap-5">
      {carried.includes("reservation") && (
        <BilingualField {...text("reservation")} required={false} wordLimit={reservationWordLimit} />
      )}
      {carried.includes("reason") && <BilingualField {...text("reason")} required={false} />}
      {carried.includes("lift") && <BilingualField {...text("lift")} required={false} />}
      {carried.includes("anchor") && (
        <>
          <Select
            label={t("fields.anchorClause")}
            hint={t("fields.anchorClauseHint")}
            optional
            options={[
              { value: "", label: t("fields.wholeText") },
              ...clauses.map(({ key, number }) => ({ value: key, label: t("fields.clause", { number }) })),
            ]}
            {...bindField("anchorClause", values, change)}
            error={errorAt("anchorClause")}
          />
          {values.anchorClause && <BilingualField {...text("anchor")} required={false} rows={2} />}
        </>
      )}
      <ListedClauses {...{ values, change, clauses, gone }} error={errorAt("clauses")} />
      <Select
        label={t("fields.usage")}
        hint={t("fields.usageHint")}
        options={usages.map((value) => ({ value, label: names(value) }))}
        {...bindField("usage", { usage: values.usage || usageFor[response] }, change)}
        error={errorAt("usage")}
      />
      {publicly && (
        <Checkbox
          name="publicly"
          label={t("fields.publicly")}
          hint={t("fields.publiclyHint")}
          checked={values.publicly === "true"}
          onChange={(event) => change("publicly", event.target.checked ? "true" : "")}
          error={errorAt("publicly")}
        />
      )}
    </div>
  );
}

type ListedClausesProps = Pick<AnswerDetailsProps, "values" | "change" | "clauses" | "gone"> & {
  error: string | undefined;
};

/** The whole text unless clauses are named: most answers are about all of it. */
function ListedClauses({ values, change, clauses, gone, error }: ListedClausesProps) {
  const t = useTranslations("talkingPoints.answer.fields");
  const chosen = clausesOf(values);
  const toggle = (key: string, on: boolean) =>
    change("clauses", (on ? [...chosen, key] : chosen.filter((it) => it !== key)).join(" "));
  if (clauses.length < 2) return null;
  return (
    <details open={chosen.length > 0 || gone > 0 || error !== undefined}>
      <summary className="min-h-(--control) cursor-pointer content-center font-semibold text-pen">
        {t("listed")}
      </summary>
      <fieldset
        id="clauses"
        tabIndex={-1}
        className="grid gap-1.5 border-l border-rule py-1 pl-4"
        aria-describedby="clauses-hint"
      >
        <legend className="sr-only">{t("listed")}</legend>
        <p id="clauses-hint" className="field-hint">
          {t("listedHint")}
        </p>
        {gone > 0 && <p className="notice notice-amber">{t("gone", { count: gone })}</p>}
        {clauses.map(({ key, number }) => (
          <Checkbox
            key={key}
            name={`clauses.${key}`}
            label={t("clause", { number })}
            checked={chosen.includes(key)}
            onChange={(event) => toggle(key, event.target.checked)}
          />
        ))}
        {error && <p className="text-small text-red">{error}</p>}
      </fieldset>
    </details>
  );
}
