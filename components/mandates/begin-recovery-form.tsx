"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { AuthorityFields } from "./authority-fields";
import { readAuthority } from "./grant-values";

type BeginRecoveryFormProps = {
  slug: string;
  /** Whom the contact can name; null for somebody who puts themselves forward. */
  nominees: readonly { id: string; name: string | null }[] | null;
  self: string;
};

/** Enters what the organization decided at home about who is to sign for it again. */
export function BeginRecoveryForm({ slug, nominees, self }: BeginRecoveryFormProps) {
  const t = useTranslations("mandates.recovery");
  const uiText = useTranslations("ui");
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const begin = useMutation(
    api.organizations.recovery.begin.mutationOptions({
      onSuccess: () => {
        showToast(t("done.begin"));
        router.refresh();
      },
    }),
  );
  const { mistakes } = readProblem(begin.error);
  const wrong = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const form = new FormData(event.currentTarget);
    begin.mutate({ slug, person: nominees ? String(form.get("person") ?? "") : self, ...readAuthority(form) });
  };
  return (
    <form method="dialog" onSubmit={send} noValidate className="grid gap-5">
      <FieldErrors errors={mistakes} attempt={attempt} />
      {nominees && (
        <Select
          label={t("person")}
          name="person"
          error={wrong("person")}
          options={[
            { value: "", label: t("choose") },
            ...nominees.map(({ id, name }) => ({ value: id, label: name ?? uiText("unnamed") })),
          ]}
        />
      )}
      <AuthorityFields wrong={wrong} />
      <ActionError error={begin.error} onReread={begin.reset} />
      <div className="actions">
        <Button type="submit" variant="primary" loading={begin.isPending}>
          {t(nominees ? "button" : "buttonSelf")}
        </Button>
      </div>
    </form>
  );
}
