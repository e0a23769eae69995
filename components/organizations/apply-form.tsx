"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { FieldErrors } from "@/components/ui/field-errors";
import { Send } from "@/components/ui/icons";
import type { Option } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import type { FormValues } from "../forms/saved-values";
import { useAutosave } from "../forms/use-autosave";
import { ApplyFields } from "./apply-fields";
import { ApplySent } from "./apply-sent";
import { emptyApplication, toApplication } from "./apply-values";

export type ApplyOptions = { types: readonly Option[]; provinces: readonly Option[] };
type ApplyFormProps = ApplyOptions & { days: number; outbox: boolean };

/** The application. What is typed stays on this device until it is sent, and in the form until the link has come. */
export function ApplyForm({ types, provinces, days, outbox }: ApplyFormProps) {
  const t = useTranslations("membership.apply");
  const locale = useLocale();
  const [attempt, setAttempt] = useState(0);
  const saved = useAutosave<FormValues>("concerted:application", { ...emptyApplication, workingLanguage: locale });
  const { mutate, reset, isPending, error, data, variables } = useMutation(
    api.organizations.apply.mutationOptions({ onSuccess: saved.clear }),
  );
  if (data) return <ApplySent email={variables.contact.email} days={days} outbox={outbox} onAgain={reset} />;
  const { detail, mistakes } = readProblem(error);
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[720px] gap-7"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        mutate(toApplication(saved.values, locale));
      }}
    >
      {saved.restored && <RestoredNotice text={t("restored")} drop={t("clear")} onDrop={() => saved.reset()} />}
      <FieldErrors errors={mistakes} attempt={attempt} />
      <ApplyFields
        types={types}
        provinces={provinces}
        values={saved.values}
        change={saved.change}
        errors={Object.fromEntries(mistakes.map(({ field, message }) => [field, message]))}
      />
      <div className="grid gap-3">
        {error && mistakes.length === 0 && <ErrorBlock live title={detail ?? t("offline")} />}
        <div className="actions">
          <Button type="submit" variant="primary" loading={isPending} icon={<Send />}>
            {t("send")}
          </Button>
        </div>
        <p className="text-small text-ink-3">{t("kept")}</p>
      </div>
    </form>
  );
}
