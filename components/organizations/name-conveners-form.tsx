"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { Convener } from "@/lib/organizations/schema.convener";
import { useRouter } from "@/lib/platform/i18n/navigation";

type NameConvenersFormProps = { people: NonNullable<Convener["nameable"]>; again: boolean };

/** Who exercises the term, among the organization's own people. */
export function NameConvenersForm({ people, again }: NameConvenersFormProps) {
  const t = useTranslations("organizations.term");
  const router = useRouter();
  const [chosen, setChosen] = useState(() => people.filter((it) => it.named).map((it) => it.id));
  const mutation = useMutation(
    api.convening.name.mutationOptions({
      onSuccess: () => {
        showToast(t("named"));
        router.refresh();
      },
    }),
  );
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => [...before.filter((it) => it !== id), ...(on ? [id] : [])]);
  return (
    <form
      method="dialog"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate({ persons: chosen });
      }}
    >
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t("name")}</legend>
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            name={`person-${id}`}
            label={name ?? id.slice(0, 8)}
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
        ))}
      </fieldset>
      {again ? (
        <Reauthenticate />
      ) : (
        <div className="actions">
          <Button type="submit" loading={mutation.isPending} reason={chosen.length === 0 ? t("nameText") : undefined}>
            {t("saveNames")}
          </Button>
        </div>
      )}
      <ActionError error={mutation.error} onReread={mutation.reset} />
    </form>
  );
}
