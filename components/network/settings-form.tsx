"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorBlock } from "@/components/ui/error-block";
import { FieldErrors } from "@/components/ui/field-errors";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import { api } from "@/lib/api/client";
import { parityRules, tooFewBounds } from "@/lib/network/constants";
import type { Network, SettingsInput } from "@/lib/network/schema";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { weekendRules } from "@/lib/platform/time/working-days";
import { readSettingsForm } from "./read-settings";

type SettingsFormProps = { network: Network; zones: { label: string; options: Option[] }[] };

/** The network's settings, saved over the version that was read. What was typed stays, whatever is answered. */
export function SettingsForm({ network, zones }: SettingsFormProps) {
  const t = useTranslations("network.settings");
  const timeOfDay = useTimeOfDay();
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: (input: SettingsInput) =>
      api.administration.changeNetwork.call(input, { context: { ifMatch: network.version } }),
    onSuccess: () => {
      setSavedAt(new Date());
      router.refresh();
    },
  });
  const { status, detail, mistakes } = readProblem(error);
  const wrong = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSavedAt(null);
    setAttempt(attempt + 1);
    mutate(readSettingsForm(new FormData(event.currentTarget)));
  };
  const reread = (
    <Button
      onClick={() => {
        router.refresh();
        reset();
      }}
    >
      {t("reread")}
    </Button>
  );
  return (
    <form method="dialog" onSubmit={save} onChange={() => setSavedAt(null)} noValidate className="grid gap-5">
      <FieldErrors errors={mistakes} attempt={attempt} />
      {error && mistakes.length === 0 && (
        <ErrorBlock live title={detail ?? t("offline")} actions={status === 412 && reread} />
      )}
      <div className="grid gap-5 md:grid-cols-2">
        <BilingualField
          name="name"
          labels={{ en: t("nameEn"), fr: t("nameFr") }}
          hint={t("nameHint")}
          maxLength={120}
          initial={network.name}
          errorAt={wrong}
        />
        <Select
          label={t("timeZone")}
          hint={t("timeZoneHint")}
          name="timeZone"
          defaultValue={network.timeZone}
          error={wrong("timeZone")}
          options={[]}
          groups={zones}
        />
        <TextField
          label={t("tooFewBelow")}
          hint={t("tooFewBelowHint", tooFewBounds)}
          name="tooFewBelow"
          type="number"
          inputMode="numeric"
          min={tooFewBounds.least}
          max={tooFewBounds.most}
          defaultValue={network.tooFewBelow}
          error={wrong("tooFewBelow")}
        />
        <Select
          label={t("weekendRule")}
          hint={t("weekendRuleHint")}
          name="weekendRule"
          defaultValue={network.weekendRule}
          error={wrong("weekendRule")}
          options={weekendRules.map((value) => ({ value, label: t(`weekendRules.${value}`) }))}
        />
        <Select
          label={t("parityRule")}
          hint={t("parityRuleHint")}
          name="parityRule"
          defaultValue={network.parityRule}
          error={wrong("parityRule")}
          options={parityRules.map((value) => ({ value, label: t(`parityRules.${value}`) }))}
        />
        <Checkbox
          label={t("quebecDay")}
          hint={t("quebecDayHint")}
          name="quebecDay"
          defaultChecked={network.quebecDay}
          error={wrong("quebecDay")}
        />
      </div>
      <div className="actions">
        <Button type="submit" variant="primary" loading={isPending}>
          {t("save")}
        </Button>
        <span role="status" className="text-ink-2">
          {savedAt && t("saved", { time: timeOfDay(savedAt) })}
        </span>
      </div>
    </form>
  );
}
