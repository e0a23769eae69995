"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { RapporteurList } from "@/lib/briefings/schema.rapporteurs";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { FormValues } from "../forms/saved-values";
import { bindField, useAutosave } from "../forms/use-autosave";

type RapporteurFormProps = { people: NonNullable<RapporteurList["viewer"]["mayName"]>; today: string };

const nothing = { who: "", "occasion.en": "", "occasion.fr": "", firstOn: "", lastOn: "" };

/** Names who writes the record of an occasion. Whoever acts for two organizations is there once for each. */
export function RapporteurForm({ people, today }: RapporteurFormProps) {
  const t = useTranslations("briefings.rapporteurs.name");
  const locale = useLocale();
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const { values, change, reset } = useAutosave<FormValues>("concerted:rapporteur", nothing);
  const [person = "", organization = ""] = (values.who ?? "").split(" ");
  const mutation = useMutation(
    api.convening.rapporteurs.name.mutationOptions({
      onSuccess: (_, { occasion }) => {
        const name = people.find((it) => it.person === person)?.name ?? t("unnamed");
        showToast(t("done", { name, occasion: occasion[locale] ?? occasion.en ?? occasion.fr ?? "" }));
        reset();
        router.refresh();
      },
    }),
  );
  const { mistakes } = readProblem(mutation.error);
  const field = (name: string, apiField = name) => ({
    ...bindField(name, values, change),
    error: mistakes.find((it) => it.field === apiField)?.message,
  });
  const labelOf = (it: (typeof people)[number]) => `${it.name ?? t("unnamed")}, ${it.organization.name[locale]}`;
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[640px] gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        const [en, fr] = [values["occasion.en"], values["occasion.fr"]];
        const occasion = { ...(en && { en }), ...(fr && { fr }) };
        const days = { firstOn: values.firstOn ?? "", lastOn: values.lastOn || (values.firstOn ?? "") };
        mutation.mutate({ person, organization, occasion, ...days });
      }}
    >
      <FieldErrors errors={mistakes} attempt={attempt} />
      <Select
        label={t("person")}
        options={[
          { value: "", label: t("choose") },
          ...people.map((it) => ({ value: `${it.person} ${it.organization.slug}`, label: labelOf(it) })),
        ]}
        {...field("who", "person")}
      />
      <TextField
        label={t("occasionEn")}
        hint={t("occasionHint")}
        lang="en"
        maxLength={160}
        {...field("occasion.en", "occasion")}
      />
      <TextField label={t("occasionFr")} lang="fr" maxLength={160} {...field("occasion.fr")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField label={t("firstOn")} {...field("firstOn")} />
        <DateField label={t("lastOn")} min={values.firstOn || today} {...field("lastOn")} />
      </div>
      <ActionError error={mutation.error} onReread={mutation.reset} />
      <div className="actions">
        <Button type="submit" variant="primary" loading={mutation.isPending}>
          {t("button")}
        </Button>
      </div>
    </form>
  );
}
