"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { Mail } from "@/components/ui/icons";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { freshMinutes } from "@/lib/platform/session/durations";
import { Reauthenticate } from "../forms/reauthenticate";

type EmailFormProps = {
  /** Whether this session began a moment ago. */
  fresh: boolean;
  hours: number;
};

/** Asks for another address. What it says afterwards is the same for every address; what was typed stays when it is refused. */
export function EmailForm({ fresh, hours }: EmailFormProps) {
  const t = useTranslations("accounts.email");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { mutate, isPending, error } = useMutation(
    api.emailChange.request.mutationOptions({
      onSuccess: () => {
        showToast(t("sent"));
        form.current?.reset();
        router.refresh();
      },
      onError: () => document.getElementById("email")?.focus(),
    }),
  );
  const { detail, reason, mistakes } = readProblem(error);
  if (!fresh || reason === "signInAgain") {
    return (
      <div className="grid gap-3 pt-4">
        <p className="max-w-[64ch] text-ink-2">{t("fresh", { minutes: freshMinutes })}</p>
        <Reauthenticate why={false} />
      </div>
    );
  }
  const wrong =
    mistakes.find(({ field }) => field === "email")?.message ?? (reason === "sameEmail" ? detail : undefined);
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutate({ email: String(new FormData(event.currentTarget).get("email")) });
  };
  return (
    <form ref={form} method="dialog" onSubmit={ask} noValidate className="grid gap-4 pt-4">
      {error && !wrong && <ErrorBlock live title={detail ?? t("offline")} />}
      <TextField
        label={t("label")}
        hint={t("hint", { hours })}
        error={wrong ?? undefined}
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
      />
      <div className="actions">
        <Button type="submit" variant="primary" loading={isPending} icon={<Mail />}>
          {t("ask")}
        </Button>
      </div>
    </form>
  );
}
