"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/lib/api/client";
import { roundDays } from "@/lib/talking-points/constants";
import type { Rounds } from "@/lib/talking-points/schema.rounds";

type OpenRoundProps = {
  /** The words that are shown: the round is about these. */
  shown: { id: string; version: number; digest: string };
  organizations: readonly Option[];
  again: boolean;
  obstacle: Rounds["obstacle"];
};

/** A lead opens a round on the words in force, now or on a day; where it cannot be opened now, the reason stands beside it. */
export function OpenRound({ shown, organizations, again, obstacle }: OpenRoundProps) {
  const t = useTranslations("talkingPoints.round");
  const [organization, setOrganization] = useState(organizations[0]?.value ?? "");
  const [days, setDays] = useState(String(roundDays.usual));
  const [opensOn, setOpensOn] = useState("");
  const open = useAction(
    () =>
      api.talkingPoints.rounds.open.call({
        ...{ ...shown, onBehalfOf: organization, workingDays: Number(days) },
        ...(opensOn && { opensOn }),
      }),
    () => t(opensOn ? "plannedDone" : "opened"),
  );
  const { mistakes } = readProblem(open.error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  // A round for a later day waits for the languages by itself.
  const stopped = obstacle && !(obstacle === "roundNeedsEqual" && opensOn) ? t(`obstacle.${obstacle}`) : undefined;
  return (
    <ConfirmDetails label={t("open")}>
      <p>{t("openFollows")}</p>
      <FieldErrors errors={mistakes} />
      {organizations.length > 1 && (
        <Select
          name="round-organization"
          label={t("organization")}
          options={organizations}
          value={organization}
          onChange={(event) => setOrganization(event.target.value)}
        />
      )}
      <TextField
        name="workingDays"
        type="number"
        inputMode="numeric"
        min={roundDays.least}
        max={roundDays.most}
        className="max-w-24"
        label={t("days")}
        hint={t("daysHint")}
        value={days}
        onChange={(event) => setDays(event.target.value)}
        error={errorAt("workingDays")}
      />
      <DateField
        name="opensOn"
        label={t("opensOn")}
        optional
        hint={t("opensOnHint")}
        value={opensOn}
        onChange={(event) => setOpensOn(event.target.value)}
        error={errorAt("opensOn")}
      />
      {again ? (
        <Reauthenticate />
      ) : (
        <div className="actions">
          <Button variant="primary" loading={open.isPending} reason={stopped} onClick={() => open.mutate()}>
            {t("openSend", { version: shown.version })}
          </Button>
        </div>
      )}
      <ActionError error={open.error} onReread={open.reset} />
    </ConfirmDetails>
  );
}
