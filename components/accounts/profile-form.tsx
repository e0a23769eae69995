"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { FieldErrors } from "@/components/ui/field-errors";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import { hourStyles } from "@/lib/accounts/constants";
import type { Me } from "@/lib/accounts/schema";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { cityOf } from "@/lib/platform/time/zone-label";

type ProfileFormProps = { person: Me["person"]; zones: { label: string; options: Option[] }[] };

/** What one is called, and how one is written to. What did not change is not sent, so another tab's change stays. */
export function ProfileForm({ person, zones }: ProfileFormProps) {
  const t = useTranslations("accounts.profile");
  const timeOfDay = useTimeOfDay();
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const { mutate, isPending, error, data } = useMutation(
    api.people.changeProfile.mutationOptions({
      onSuccess: () => {
        setSavedAt(new Date());
        router.refresh();
      },
    }),
  );
  const saved = data?.person ?? person;
  const { detail, mistakes } = readProblem(error);
  const wrong = (field: string) => mistakes.find((it) => it.field === field)?.message;

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [name, timeZone] = [String(given.get("name")), String(given.get("timeZone"))];
    const hours = given.get("hours") === "h12" ? "h12" : "h24";
    const language = given.get("language") === "fr" ? "fr" : "en";
    setSavedAt(null);
    setAttempt(attempt + 1);
    mutate({
      ...(name !== (saved.name ?? "") && { name }),
      ...(language !== saved.language && { language }),
      ...(timeZone !== saved.timeZone && { timeZone }),
      ...(hours !== saved.hours && { hours }),
    });
  };
  return (
    <form method="dialog" onSubmit={save} onChange={() => setSavedAt(null)} noValidate className="grid gap-5">
      <FieldErrors errors={mistakes} attempt={attempt} />
      {error && mistakes.length === 0 && <ErrorBlock live title={detail ?? t("offline")} />}
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        error={wrong("name")}
        name="name"
        defaultValue={person.name ?? ""}
        maxLength={120}
        autoComplete="name"
      />
      <Select
        label={t("language")}
        hint={t("languageHint")}
        error={wrong("language")}
        name="language"
        defaultValue={person.language}
        options={[
          { value: "en", label: t("languages.en") },
          { value: "fr", label: t("languages.fr") },
        ]}
      />
      <Select
        label={t("timeZone")}
        hint={t("timeZoneHint", { city: cityOf(networkTimeZone()) })}
        error={wrong("timeZone")}
        name="timeZone"
        defaultValue={person.timeZone}
        options={[]}
        groups={zones}
      />
      <Select
        label={t("hours")}
        hint={t("hoursHint")}
        error={wrong("hours")}
        name="hours"
        defaultValue={person.hours}
        options={hourStyles.map((value) => ({ value, label: t(`hourStyles.${value}`) }))}
      />
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
