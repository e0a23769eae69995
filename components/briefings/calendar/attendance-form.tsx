"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { type Attendance, attendanceAnswers } from "@/lib/briefings/schema.attendance";
import type { OrganizationName } from "@/lib/organizations/schema";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { FormValues } from "../../forms/saved-values";
import { bindField, useAutosave } from "../../forms/use-autosave";

type AttendanceFormProps = { slug: string; organization: OrganizationName; said: Attendance | null; writer: string };

/** Whether an organization comes, and who: read by the host alone. */
export function AttendanceForm({ slug, organization, said, writer }: AttendanceFormProps) {
  const t = useTranslations("calendar.attendance");
  const locale = useLocale();
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const initial: FormValues = { answer: said?.answer ?? "", people: (said?.people ?? []).join("\n") };
  const version = said?.version ?? null;
  const key = `concerted:attendance:${writer}:${slug}:${organization.slug}`;
  const { values, change, reset } = useAutosave<FormValues>(key, initial, version);
  const mutation = useMutation(
    api.briefings.calendar.attendance.answer.mutationOptions({
      context: said ? { ifMatch: said.version } : { ifNoneMatch: true },
      onSuccess: () => {
        reset();
        showToast(t("saved"));
        router.refresh();
      },
    }),
  );
  const { mistakes } = readProblem(mutation.error);
  const errorAt = (field: string) =>
    mistakes.find((it) => it.field === field || it.field.startsWith(`${field}.`))?.message;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    // Names of whoever does not come after all stay on this device.
    const people = (values.answer === "coming" ? (values.people ?? "") : "")
      .split("\n")
      .map((it) => it.trim())
      .filter(Boolean);
    mutation.mutate({
      ...{ id: slug, organization: organization.slug, people },
      answer: values.answer as Attendance["answer"],
    });
  };
  return (
    <form method="dialog" noValidate onSubmit={save} className="no-print mt-6 grid max-w-[640px] gap-5">
      {said?.earlierTime && <p className="notice notice-amber">{t("earlierTime")}</p>}
      <FieldErrors errors={mistakes} attempt={attempt} />
      <RadioCards
        label={t("own", { organization: organization.name[locale] })}
        hint={t("ownHint")}
        name="answer"
        id={`answer-${organization.slug}`}
        value={values.answer ?? ""}
        onChange={(value) => change("answer", value)}
        error={errorAt("answer")}
        cards={attendanceAnswers.map((value) => ({ value, label: t(`answer.${value}`) }))}
      />
      {values.answer === "coming" && (
        <TextArea
          label={t("names")}
          hint={t("namesHint")}
          rows={3}
          optional
          id={`people-${organization.slug}`}
          error={errorAt("people")}
          {...bindField("people", values, change)}
        />
      )}
      <ActionError error={mutation.error} onReread={mutation.reset} />
      <div className="actions">
        <Button type="submit" loading={mutation.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
