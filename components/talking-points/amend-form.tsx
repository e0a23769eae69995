"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { Send } from "@/components/ui/icons";
import { ButtonLink } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { type AmendmentKind, amendmentKinds, amendmentSummaryCharacters } from "@/lib/talking-points/constants";
import { AmendFields } from "./amend-fields";
import { amendmentInput, fieldOf, newAmendment, toRewritten, valuesOfDraft } from "./amend-values";
import type { AmendingFacts } from "./load-amendments";
import { talkingPointHref } from "./talking-point-href";
import { TextConflict } from "./text-conflict";
import { fieldInForm, toWritten, valuesOfClauses } from "./text-values";

/** Writing an amendment: kept on this device until it is sent, as a draft of the organization or opened for everybody. */
export function AmendForm({ facts }: { facts: AmendingFacts }) {
  const { point, draft, organizations, writer } = facts;
  const t = useTranslations("amendments.form");
  const conflict = useTranslations("talkingPoints.write.conflict");
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const place = `concerted:amendment:${writer}:${draft?.id ?? `${point.id}:${facts.asked}`}`;
  const begun = newAmendment(point, facts.clause, draft?.organization.slug ?? organizations[0]?.value ?? "");
  const initial = draft ? valuesOfDraft(point, draft) : begun;
  // With the number of the version that it is written on: another one may be in force when it is sent.
  const saved = useAutosave<FormValues>(place, initial, draft?.version ?? point.number);
  const { values, change } = saved;
  const overtaken = (saved.version ?? point.number) !== point.number;
  const save = useMutation({
    mutationFn: (open: boolean) => {
      const { onBehalfOf, ...input } = amendmentInput(values, point, open);
      return draft
        ? api.talkingPoints.amendments.change.call({ ...input, amendment: draft.id })
        : api.talkingPoints.amendments.amend.call({ ...input, onBehalfOf });
    },
    onSuccess: (now) => {
      saved.clear();
      showToast(t(now.state === "draft" ? "drafted" : "opened"));
      router.push(`${talkingPointHref(point.slug)}/amendments/${now.id}`);
      router.refresh();
    },
    onError: (error) => {
      // The version in force comes with the page; what was typed stays.
      if (readProblem(error).reason === "textChanged") router.refresh();
    },
  });
  const mistakes = readProblem(save.error).mistakes.map((it) => ({
    ...it,
    field: fieldOf(fieldInForm(it.field, values), values),
  }));
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const send = (open: boolean) => {
    if (save.isPending || overtaken) return;
    setAttempts(attempts + 1);
    save.mutate(open);
  };
  const goOn = (over: FormValues) => {
    save.reset();
    saved.rebase(over, point.number);
  };
  /** Another clause, or another text, begins with the words that are there; what was typed on a clause that is gone goes along. */
  const begin = (name: string, value: string) => {
    change(name, value);
    const clause = point.text.clauses.find(({ key }) => key === value);
    if (name === "clause" && point.text.clauses.some(({ key }) => key === values.clause))
      for (const lang of ["en", "fr"] as const) {
        change(`words.${lang}`, clause?.text[lang] ?? "");
        change(`question.${lang}`, clause?.question?.[lang] ?? "");
      }
    if (name !== "kind" || (value !== "whole" && value !== "new_clause")) return;
    const clauses =
      value === "whole"
        ? valuesOfClauses(point.text.clauses.map(toWritten))
        : { clauses: "n99", "n99.kind": "key_message" };
    for (const [field, words] of Object.entries(clauses)) change(field, words);
  };
  const text = { required: false, errorAt } as const;
  const first = overtaken ? conflict("first") : undefined;
  return (
    <form method="dialog" noValidate className="grid max-w-[1040px] gap-6" onSubmit={(event) => event.preventDefault()}>
      {saved.restored && <RestoredNotice text={t("restored")} drop={t("clear")} onDrop={() => saved.reset()} />}
      <FieldErrors errors={mistakes} attempt={attempts} />
      {organizations.length > 1 && !draft && (
        <Select label={t("organization")} options={organizations} {...bindField("organization", values, change)} />
      )}
      <Select
        label={t("kind")}
        options={amendmentKinds.map((value: AmendmentKind) => ({
          value,
          label: t(`kinds.${value === "words" ? "reword" : value}`),
        }))}
        {...bindField("kind", values, begin)}
      />
      <AmendFields {...{ facts, values, change, begin, errorAt }} />
      <BilingualField
        {...text}
        name="summary"
        label={t("summary")}
        hint={t("summaryHint", { count: amendmentSummaryCharacters })}
        bind={bindLanguages("summary", values, change)}
        maxLength={amendmentSummaryCharacters}
      />
      <BilingualField
        {...text}
        name="reason"
        label={t("reason")}
        rows={3}
        bind={bindLanguages("reason", values, change)}
      />
      {overtaken && (
        <TextConflict
          theirs={point}
          mine={toRewritten(values, point)}
          onMine={() => goOn(values)}
          onTheirs={() => goOn(begun)}
        />
      )}
      <ActionError error={overtaken ? null : save.error} onReread={save.reset} />
      <div className="actions act-bar">
        <Button variant="primary" icon={<Send />} loading={save.isPending} reason={first} onClick={() => send(true)}>
          {t("open")}
        </Button>
        <Button loading={save.isPending} reason={first} onClick={() => send(false)}>
          {t("draft")}
        </Button>
        <ButtonLink variant="text" className="max-md:hidden" href={talkingPointHref(point.slug)}>
          {t("cancel")}
        </ButtonLink>
      </div>
      <p className="text-small text-ink-3">{t("kept")}</p>
    </form>
  );
}
