"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { RestoredNotice } from "@/components/forms/restored-notice";
import type { FormValues } from "@/components/forms/saved-values";
import { useAction } from "@/components/forms/use-action";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { FieldErrors } from "@/components/ui/field-errors";
import { type Option, Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import { pair } from "./text-values";

type ObjectToRoundProps = {
  /** The round and its words, as they are shown: no others are objected to. */
  shown: { id: string; round: number; version: number; digest: string };
  organizations: readonly Option[];
  again: boolean;
  /** Whose words are kept on this device. */
  writer: string;
};

const empty = { organization: "", named: "", "reason.en": "", "reason.fr": "", "lift.en": "", "lift.fr": "" };

/** One objection stops the round: its reason, the words that would lift it, and whether the name may be said. */
export function ObjectToRound({ shown, organizations, again, writer }: ObjectToRoundProps) {
  const t = useTranslations("talkingPoints.round");
  // Signing in again leaves the page: what was typed before is there afterwards.
  const saved = useAutosave<FormValues>(`concerted:objection:${writer}:${shown.id}:${shown.round}`, empty);
  const { values, change } = saved;
  const chosen = organizations.find(({ value }) => value === values.organization) ?? organizations[0];
  const organization = chosen?.value ?? "";
  const act = useAction(
    () =>
      api.talkingPoints.rounds.object.call({
        ...{ ...shown, onBehalfOf: organization, named: values.named === "true" },
        ...{ reason: pair(values, "reason"), lift: pair(values, "lift") },
      }),
    () => {
      saved.reset();
      return t("objected");
    },
  );
  const { mistakes } = readProblem(act.error);
  const field = (name: "reason" | "lift", label: string) => (
    <BilingualField
      name={name}
      id={`objection-${name}`}
      label={label}
      rows={2}
      required={name === "reason"}
      bind={bindLanguages(name, values, change)}
      errorAt={(at) => mistakes.find((it) => it.field === at)?.message}
    />
  );
  return (
    <ConfirmDetails label={t("object")}>
      <p>{t("objectFollows")}</p>
      {saved.restored && <RestoredNotice text={t("restored")} drop={t("clear")} onDrop={() => saved.reset()} />}
      <FieldErrors errors={mistakes} />
      {organizations.length > 1 && (
        <Select
          {...bindField("organization", values, change)}
          name="objection-organization"
          label={t("organization")}
          options={organizations}
          value={organization}
        />
      )}
      {field("reason", t("reason"))}
      {field("lift", t("liftField"))}
      <Checkbox
        name="named"
        label={t("named")}
        hint={t("namedHint")}
        checked={values.named === "true"}
        onChange={(event) => change("named", event.target.checked ? "true" : "")}
      />
      {again ? (
        <Reauthenticate />
      ) : (
        <div>
          <Button variant="danger" loading={act.isPending} onClick={() => act.mutate()}>
            {t("objectSend")}
          </Button>
        </div>
      )}
      <ActionError error={act.error} onReread={act.reset} />
    </ConfirmDetails>
  );
}
