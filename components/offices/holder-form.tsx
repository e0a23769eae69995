"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { officeLimits } from "@/lib/offices/schema";
import { useRouter } from "@/lib/platform/i18n/navigation";

type HolderFormProps = { slug: string; version: number; writer: string };

const nothing: FormValues = { name: "", firstOn: "", lastOn: "" };

/** Says who holds an office, or held it, from which day until which. */
export function HolderForm({ slug, version, writer }: HolderFormProps) {
  const t = useTranslations("offices.holder");
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const { values, change, reset } = useAutosave(`concerted:holder:${writer}:${slug}`, nothing);
  const add = useMutation({
    mutationFn: () => {
      const { name = "", firstOn = "", lastOn } = values;
      const input = { slug, name: name.trim(), firstOn, lastOn: lastOn || null };
      return api.offices.addHolder.call(input, { context: { ifMatch: version } });
    },
    onSuccess: () => {
      reset();
      showToast(t("added"));
      router.refresh();
    },
  });
  const { mistakes } = readProblem(add.error);
  const field = (name: string) => ({
    ...bindField(name, values, change),
    error: mistakes.find((it) => it.field === name)?.message,
  });
  return (
    <ConfirmDetails label={t("add")}>
      <form
        method="dialog"
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          setAttempts(attempts + 1);
          add.mutate();
        }}
      >
        <FieldErrors errors={mistakes} attempt={attempts} />
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          autoComplete="off"
          maxLength={officeLimits.holder}
          {...field("name")}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <DateField label={t("firstOn")} {...field("firstOn")} />
          <DateField label={t("lastOn")} hint={t("lastHint")} optional min={values.firstOn} {...field("lastOn")} />
        </div>
        <ActionError error={add.error} onReread={add.reset} />
        <div>
          <Button type="submit" variant="primary" loading={add.isPending}>
            {t("save")}
          </Button>
        </div>
      </form>
    </ConfirmDetails>
  );
}
