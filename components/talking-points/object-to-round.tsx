"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { FieldErrors } from "@/components/ui/field-errors";
import { type Option, Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import { toBilingual } from "./to-bilingual";

type ObjectToRoundProps = {
  /** The round and its words, as they are shown: no others are objected to. */
  shown: { id: string; round: number; version: number; digest: string };
  organizations: readonly Option[];
  again: boolean;
};

/** One objection stops the round: its reason, the words that would lift it, and whether the name may be said. */
export function ObjectToRound({ shown, organizations, again }: ObjectToRoundProps) {
  const t = useTranslations("talkingPoints.round");
  const [organization, setOrganization] = useState(organizations[0]?.value ?? "");
  const [texts, setTexts] = useState({ "reason.en": "", "reason.fr": "", "lift.en": "", "lift.fr": "" });
  const [named, setNamed] = useState(false);
  const pair = (name: "reason" | "lift") => toBilingual({ en: texts[`${name}.en`], fr: texts[`${name}.fr`] });
  const act = useAction(
    () =>
      api.talkingPoints.rounds.object.call({
        ...{ ...shown, onBehalfOf: organization, reason: pair("reason"), lift: pair("lift"), named },
      }),
    () => t("objected"),
  );
  const { mistakes } = readProblem(act.error);
  const field = (name: "reason" | "lift", label: string) => (
    <BilingualField
      name={name}
      id={`objection-${name}`}
      label={label}
      rows={2}
      required={name === "reason"}
      bind={(language) => ({
        value: texts[`${name}.${language}`],
        onChange: (event) => setTexts({ ...texts, [`${name}.${language}`]: event.target.value }),
      })}
      errorAt={(at) => mistakes.find((it) => it.field === at)?.message}
    />
  );
  return (
    <ConfirmDetails label={t("object")}>
      <p>{t("objectFollows")}</p>
      <FieldErrors errors={mistakes} />
      {organizations.length > 1 && (
        <Select
          name="objection-organization"
          label={t("organization")}
          options={organizations}
          value={organization}
          onChange={(event) => setOrganization(event.target.value)}
        />
      )}
      {field("reason", t("reason"))}
      {field("lift", t("liftField"))}
      <Checkbox
        name="named"
        label={t("named")}
        hint={t("namedHint")}
        checked={named}
        onChange={(event) => setNamed(event.target.checked)}
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
