"use client";

import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { KeyRound } from "@/components/ui/icons";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { freshMinutes } from "@/lib/platform/session/durations";
import { registrationErrorOf } from "../forms/passkey-error";
import { Reauthenticate } from "../forms/reauthenticate";

/** Makes a passkey on this device, and keeps its public half under a name. What was typed stays when it comes to nothing. */
export function AddPasskey({ fresh }: { fresh: boolean }) {
  const t = useTranslations("accounts.passkeys");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (name: string) => {
      const { startRegistration } = await import("@simplewebauthn/browser");
      const optionsJSON = await api.passkeys.beginAdding.call();
      const made = await startRegistration({ optionsJSON: optionsJSON as PublicKeyCredentialCreationOptionsJSON });
      const { id, rawId, type, response } = made;
      const clientExtensionResults = { ...made.clientExtensionResults };
      return api.passkeys.add.call({ name, response: { id, rawId, type, response, clientExtensionResults } });
    },
    onSuccess: ({ name }) => {
      showToast(t("added", { name }));
      form.current?.reset();
      router.refresh();
    },
  });
  const { detail, reason, mistakes } = readProblem(error);
  const wrong = mistakes.find(({ field }) => field === "name")?.message;
  const fault = error && registrationErrorOf(error);
  if (!fresh || reason === "signInAgain") {
    return (
      <div className="grid gap-3 pt-4">
        <p className="max-w-[64ch] text-ink-2">{t("fresh", { minutes: freshMinutes })}</p>
        <Reauthenticate why={false} />
      </div>
    );
  }
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutate(String(new FormData(event.currentTarget).get("name")));
  };
  return (
    <form ref={form} method="dialog" onSubmit={add} className="grid gap-4 pt-4">
      {fault && !wrong && <ErrorBlock live title={fault === "reported" ? (detail ?? t("offline")) : t(fault)} />}
      <TextField label={t("name")} hint={t("nameHint")} error={wrong} name="name" maxLength={80} autoComplete="off" />
      <div className="actions">
        <Button type="submit" variant="primary" loading={isPending} icon={<KeyRound />}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}
