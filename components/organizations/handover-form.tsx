"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { Convener } from "@/lib/organizations/schema.convener";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { FormValues } from "../forms/saved-values";
import { bindField, useAutosave } from "../forms/use-autosave";

type HandoverFormProps = { handover: NonNullable<Convener["handover"]>; again: boolean };

const nothing = { organization: "", "scope.en": "", "scope.fr": "", until: "" };

/** Offers the convener's term. The consequences are shown as soon as an organization is picked. */
export function HandoverForm({ handover: { to, ownPersons, applications }, again }: HandoverFormProps) {
  const t = useTranslations("organizations.term");
  const apply = useTranslations("membership.apply");
  const locale = useLocale();
  const router = useRouter();
  const { values, change, reset } = useAutosave<FormValues>("concerted:handover", nothing);
  const chosen = to.find((it) => it.slug === values.organization);
  const mutation = useMutation(
    api.convening.offer.mutationOptions({
      onSuccess: () => {
        if (chosen) showToast(t("offered", { name: chosen.name[locale] }));
        reset();
        router.refresh();
      },
    }),
  );
  const { mistakes } = readProblem(mutation.error);
  const field = (name: string) => ({
    ...bindField(name, values, change),
    error: mistakes.find((it) => it.field === name)?.message,
  });
  if (to.length === 0) return <p>{t("candidates")}</p>;
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[640px] gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen) return;
        const scope = { en: values["scope.en"] ?? "", fr: values["scope.fr"] ?? "" };
        mutation.mutate({ organization: chosen.slug, scope, ...(values.until && { until: values.until }) });
      }}
    >
      <FieldErrors errors={mistakes} />
      <Select
        label={t("to")}
        options={[
          { value: "", label: apply("choose"), disabled: true },
          ...to.map((it) => ({ value: it.slug, label: it.name[locale] })),
        ]}
        {...field("organization")}
      />
      {chosen && (
        <>
          <TextArea label={t("scopeEn")} lang="en" optional rows={2} {...field("scope.en")} />
          <TextArea label={t("scopeFr")} lang="fr" optional rows={2} {...field("scope.fr")} />
          <DateField label={t("untilField")} hint={t("untilHint")} optional {...field("until")} />
        </>
      )}
      <div aria-live="polite">
        {chosen && (
          <p className="notice notice-pen">
            {t("consequences", {
              name: chosen.name[locale],
              persons: chosen.signatories,
              own: ownPersons,
              applications,
            })}
          </p>
        )}
      </div>
      {chosen && again && <Reauthenticate />}
      {chosen && !again && (
        <div className="actions">
          <Button type="submit" loading={mutation.isPending}>
            {t("offer")}
          </Button>
        </div>
      )}
      <ActionError error={mutation.error} onReread={mutation.reset} />
    </form>
  );
}
