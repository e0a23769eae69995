"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { type Option, Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import { type RoundNextStep, roundNextSteps } from "@/lib/talking-points/constants";

type DecideNextStepProps = { id: string; round: number; organizations: readonly Option[]; again: boolean };

/** After a stop a lead says which of three follows; saying it changes nothing else. */
export function DecideNextStep({ id, round, organizations, again }: DecideNextStepProps) {
  const t = useTranslations("talkingPoints.round");
  const [organization, setOrganization] = useState(organizations[0]?.value ?? "");
  const act = useAction(
    (nextStep: RoundNextStep) =>
      api.talkingPoints.rounds.decide.call({ id, round, onBehalfOf: organization, nextStep }),
    () => t("decided"),
  );
  return (
    <div className="no-print grid gap-2">
      <p className="font-semibold">{t("decide")}</p>
      {organizations.length > 1 && (
        <Select
          name="decide-organization"
          label={t("organization")}
          options={organizations}
          value={organization}
          onChange={(event) => setOrganization(event.target.value)}
        />
      )}
      {again ? (
        <Reauthenticate />
      ) : (
        <div className="actions">
          {roundNextSteps.map((step) => (
            <Button key={step} loading={act.isPending} onClick={() => act.mutate(step)}>
              {t(`decideVerb.${step}`)}
            </Button>
          ))}
        </div>
      )}
      <ActionError error={act.error} onReread={act.reset} />
    </div>
  );
}
