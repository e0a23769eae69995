"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { commits } from "@/lib/organizations/rules";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { AuthorityFields } from "./authority-fields";
import { readGrantForm } from "./grant-values";
import { MandateScopeFields, type ThemeOption } from "./mandate-scope";

type GrantFormProps = {
  slug: string;
  name: string;
  people: readonly { id: string; name: string | null }[];
  themes: readonly ThemeOption[];
  /** Two sign: a mandate that commits the organization is proposed, and another signatory confirms it. */
  twoSign: boolean;
};

/** Enters what an organization decided at home. The fields keep what was typed, whatever the answer. */
export function GrantForm({ slug, name, people, themes, twoSign }: GrantFormProps) {
  const t = useTranslations("mandates.grant");
  const uiText = useTranslations("ui");
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const [made, setMade] = useState(0);
  const grant = useMutation({
    mutationFn: async (input: ReturnType<typeof readGrantForm>) => {
      const proposes = twoSign && commits(input.powers);
      if (proposes) await api.organizations.changes.proposeGrant.call({ slug, ...input });
      else await api.organizations.mandates.grant.call({ slug, ...input });
      return proposes;
    },
    onSuccess: (proposed) => {
      showToast(t(proposed ? "proposed" : "done"));
      setMade(made + 1);
      router.refresh();
    },
  });
  const { mistakes } = readProblem(grant.error);
  const wrong = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    grant.mutate(readGrantForm(new FormData(event.currentTarget)));
  };
  return (
    <form key={made} method="dialog" onSubmit={send} noValidate className="grid gap-5">
      <FieldErrors errors={mistakes} attempt={attempt} />
      <Select
        label={t("person")}
        name="person"
        error={wrong("person")}
        options={[
          { value: "", label: t("choose") },
          ...people.map(({ id, name: called }) => ({ value: id, label: called ?? uiText("unnamed") })),
        ]}
      />
      <MandateScopeFields themes={themes} wrong={wrong} />
      <AuthorityFields wrong={wrong} />
      <DateField
        label={t("expiresOn")}
        hint={t("expiresOnHint")}
        name="expiresOn"
        optional
        error={wrong("expiresOn")}
      />
      <p>{t(twoSign ? "byTwo" : "consequence", { name })}</p>
      <ActionError error={grant.error} onReread={grant.reset} />
      <div className="actions">
        <Button type="submit" variant="primary" loading={grant.isPending}>
          {t("button")}
        </Button>
      </div>
    </form>
  );
}
