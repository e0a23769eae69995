"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { ButtonLink } from "@/components/ui/link";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { type OfficeDetail, officeLimits } from "@/lib/offices/schema";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { ChooseInstitution, type Institution } from "./choose-institution";
import { OfficeConflict } from "./office-conflict";
import { here, officeHref } from "./office-href";
import { emptyOffice, toInput, valuesOf } from "./office-values";

type OfficeFormProps = {
  office: OfficeDetail | null;
  /** Whose words are kept on this device: another person at the same desk does not get them. */
  writer: string;
  institutions: readonly Institution[];
};

/** Adds an office, or changes one over the version that was read. Nothing typed is lost, not to a colleague either. */
export function OfficeForm({ office, writer, institutions }: OfficeFormProps) {
  const t = useTranslations("offices.form");
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const [theirs, setTheirs] = useState<OfficeDetail | null>(null);
  const saved = useAutosave<FormValues>(
    `concerted:office:${writer}:${office?.slug ?? "new"}`,
    office ? valuesOf(office) : emptyOffice,
    office?.version,
  );
  const { values, change } = saved;
  const save = useMutation({
    mutationFn: (over: number | null | undefined) => {
      const input = toInput(values);
      if (!office) return api.offices.add.call(input);
      return api.offices.change.call({ ...input, slug: office.slug }, { context: { ifMatch: over ?? office.version } });
    },
    onSuccess: ({ slug }) => {
      saved.clear();
      showToast(t(office ? "saved" : "added"));
      router.replace(officeHref(slug));
      router.refresh();
    },
    onError: async (error) => {
      if (office && readProblem(error).status === 412)
        setTheirs(await api.offices.get.call({ slug: office.slug }).catch(() => null));
    },
  });
  const { mistakes } = readProblem(save.error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const texts = (name: string) => ({ name, errorAt, bind: bindLanguages(name, values, change) });
  const attempt = (over: number | null | undefined) => {
    setAttempts(attempts + 1);
    setTheirs(null);
    save.mutate(over);
  };
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[880px] gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(saved.version);
      }}
    >
      {theirs && (
        <OfficeConflict
          theirs={theirs}
          mine={values}
          onMine={() => attempt(theirs.version)}
          onTheirs={() => {
            saved.reset(valuesOf(theirs), theirs.version);
            setTheirs(null);
            save.reset();
            router.refresh();
          }}
        />
      )}
      {saved.restored && !theirs && (
        <RestoredNotice text={t("restored")} drop={t("drop")} onDrop={() => saved.reset()} />
      )}
      <FieldErrors errors={mistakes} attempt={attempts} />
      <BilingualField
        {...texts("title")}
        label={t("title")}
        hint={office ? t("uncheck") : undefined}
        maxLength={officeLimits.title}
      />
      <ChooseInstitution institutions={institutions} values={values} change={change} />
      <BilingualField
        {...texts("institution")}
        label={t("institution")}
        hint={t("institutionHint")}
        maxLength={officeLimits.institution}
      />
      <BilingualField
        {...texts("function")}
        label={t("function")}
        hint={t("functionHint")}
        rows={2}
        maxLength={officeLimits.function}
      />
      <TextField
        label={t("contact")}
        hint={t("contactHint")}
        type="email"
        autoComplete="off"
        maxLength={254}
        optional
        error={errorAt("contactAddress")}
        {...bindField("contactAddress", values, change)}
      />
      {!theirs && <ActionError error={save.error} onReread={save.reset} />}
      <div className="actions act-bar">
        <Button type="submit" variant="primary" loading={save.isPending}>
          {t("save")}
        </Button>
        <ButtonLink href={office ? officeHref(office.slug) : here} variant="text">
          {t("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
