"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** Asks for the name of an account that has none. */
export function NameForm() {
  const t = useTranslations("accounts.welcome");
  const membership = useTranslations("membership.people");
  const problemText = useTranslations("ui.problem");
  const router = useRouter();
  const [name, setName] = useState("");
  const { mutate, isPending, error } = useMutation(
    api.people.changeProfile.mutationOptions({
      onSuccess: () => {
        showToast(t("saved"));
        router.refresh();
      },
      onError: () => document.getElementById("name")?.focus(),
    }),
  );
  const { detail, mistakes } = readProblem(error);
  const wrong = mistakes.find(({ field }) => field === "name")?.message;
  const save = (event: FormEvent) => {
    event.preventDefault();
    mutate({ name });
  };
  return (
    <form method="dialog" onSubmit={save} noValidate className="grid gap-4">
      {error && !wrong && <ErrorBlock live title={detail ?? problemText("noAnswer")} />}
      <TextField
        label={membership("name")}
        hint={t("nameText")}
        error={wrong}
        name="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={120}
        autoComplete="name"
      />
      <div className="actions">
        <Button type="submit" loading={isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
