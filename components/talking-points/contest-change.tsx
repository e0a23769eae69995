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
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { type Option, Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import { pair } from "./text-values";

type ContestChangeProps = {
  slug: string;
  number: number;
  /** The clauses whose change was called editorial, and who contested which already. */
  clauses: readonly { key: string; number: number; contestedBy: readonly string[] }[];
  organizations: readonly Option[];
  /** Whose words are kept on this device. */
  writer: string;
};

const empty = { organization: "", clause: "", "reason.en": "", "reason.fr": "" };

/** An endorser says that a change which was called editorial alters the meaning: from then on it counts as material. */
export function ContestChange({ slug, number, clauses, organizations, writer }: ContestChangeProps) {
  const t = useTranslations("talkingPoints.contest");
  const saved = useAutosave<FormValues>(`concerted:contest:${writer}:${slug}:${number}`, empty);
  const { values, change } = saved;
  const chosen = organizations.find(({ value }) => value === values.organization) ?? organizations[0];
  const organization = chosen?.value ?? "";
  const open = clauses.filter(({ contestedBy }) => !contestedBy.includes(organization));
  const clause = (open.find(({ key }) => key === values.clause) ?? open[0])?.key ?? "";
  const contest = useAction(
    () =>
      api.talkingPoints.contest.call({
        id: slug,
        number,
        clause,
        onBehalfOf: organization,
        reason: pair(values, "reason"),
      }),
    () => {
      saved.reset();
      return t("done");
    },
  );
  const { mistakes } = readProblem(contest.error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  return (
    <ConfirmDetails label={t("open")}>
      <p>{t("follows")}</p>
      {saved.restored && <RestoredNotice text={t("restored")} drop={t("clear")} onDrop={() => saved.reset()} />}
      {organizations.length > 1 && (
        <Select
          {...bindField("organization", values, change)}
          name="contest-organization"
          label={t("organization")}
          options={organizations}
          value={organization}
        />
      )}
      <Select
        {...bindField("clause", values, change)}
        name="contest-clause"
        label={t("clause")}
        options={open.map((it) => ({ value: it.key, label: t("clauseNumber", { number: it.number }) }))}
        value={clause}
        error={errorAt("clause")}
      />
      <BilingualField
        name="reason"
        id="contest-reason"
        label={t("reason")}
        rows={2}
        required={false}
        bind={bindLanguages("reason", values, change)}
        errorAt={errorAt}
      />
      <div>
        <Button variant="danger" loading={contest.isPending} onClick={() => contest.mutate()}>
          {t("send")}
        </Button>
      </div>
      <ActionError error={contest.error} onReread={contest.reset} />
    </ConfirmDetails>
  );
}
