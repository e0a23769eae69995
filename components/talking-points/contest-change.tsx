"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { type Option, Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import { toBilingual } from "./to-bilingual";

type ContestChangeProps = {
  slug: string;
  number: number;
  /** The clauses whose change was called editorial, and who contested which already. */
  clauses: readonly { key: string; number: number; contestedBy: readonly string[] }[];
  organizations: readonly Option[];
};

/** An endorser says that a change which was called editorial alters the meaning: from then on it counts as material. */
export function ContestChange({ slug, number, clauses, organizations }: ContestChangeProps) {
  const t = useTranslations("talkingPoints.contest");
  const [chosen, setClause] = useState("");
  const [organization, setOrganization] = useState(organizations[0]?.value ?? "");
  const open = clauses.filter(({ contestedBy }) => !contestedBy.includes(organization));
  const clause = open.some(({ key }) => key === chosen) ? chosen : (open[0]?.key ?? "");
  const [reason, setReason] = useState({ en: "", fr: "" });
  const contest = useAction(
    () =>
      api.talkingPoints.contest.call({
        id: slug,
        number,
        clause,
        onBehalfOf: organization,
        reason: toBilingual(reason),
      }),
    () => t("done"),
  );
  const { mistakes } = readProblem(contest.error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  return (
    <ConfirmDetails label={t("open")}>
      <p>{t("follows")}</p>
      {organizations.length > 1 && (
        <Select
          name="contest-organization"
          label={t("organization")}
          options={organizations}
          value={organization}
          onChange={(event) => setOrganization(event.target.value)}
        />
      )}
      <Select
        name="contest-clause"
        label={t("clause")}
        options={open.map((it) => ({ value: it.key, label: t("clauseNumber", { number: it.number }) }))}
        value={clause}
        onChange={(event) => setClause(event.target.value)}
        error={errorAt("clause")}
      />
      <BilingualField
        name="reason"
        id="contest-reason"
        label={t("reason")}
        rows={2}
        required={false}
        bind={(language) => ({
          value: reason[language],
          onChange: (event) => setReason({ ...reason, [language]: event.target.value }),
        })}
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
