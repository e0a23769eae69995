"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { KeyRound } from "@/components/ui/icons";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { ShownOnce } from "@/components/ui/shown-once";
import { TextField } from "@/components/ui/text-field";
import { maxTokenDays, tokenScopes } from "@/lib/accounts/constants";
import type { TokenScope } from "@/lib/accounts/schema";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { Reauthenticate } from "../forms/reauthenticate";

type TokenFormProps = {
  /** How long a token lasts that commits. */
  hours: number;
  /** Whether this session began a moment ago. */
  fresh: boolean;
};

const lives = [1, 7, 30, maxTokenDays];

/** Makes a token and shows it, once. */
export function TokenForm({ hours, fresh }: TokenFormProps) {
  const t = useTranslations("accounts.tokens");
  const router = useRouter();
  const [scope, setScope] = useState<TokenScope>("read");
  const { mutate, reset, isPending, error, data } = useMutation(
    api.people.createToken.mutationOptions({
      onSuccess: () => router.refresh(),
      onError: () => document.getElementById("name")?.focus(),
    }),
  );
  const startOver = () => {
    reset();
    setScope("read");
  };
  if (data) {
    const title = t("created", { name: data.name });
    return (
      <div className="mt-4">
        <ShownOnce
          {...{ title, secret: data.token, label: title, text: t("once"), copyLabel: t("copy") }}
          onDone={startOver}
        />
      </div>
    );
  }

  const { detail, reason, mistakes } = readProblem(error);
  const wrong = mistakes.find(({ field }) => field === "name")?.message;
  const again = scope === "commit" && (!fresh || reason === "signInAgain");
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const days = scope === "commit" ? {} : { days: Number(given.get("days")) };
    mutate({ name: String(given.get("name")), scope, ...days });
  };
  return (
    <form method="dialog" onSubmit={make} noValidate className="grid gap-5 pt-4">
      {error && !wrong && !again && <ErrorBlock live title={detail ?? t("offline")} />}
      <TextField label={t("name")} hint={t("nameHint")} error={wrong} name="name" maxLength={80} autoComplete="off" />
      <RadioCards
        label={t("scope")}
        name="scope"
        value={scope}
        onChange={(value) => setScope(tokenScopes.find((it) => it === value) ?? "read")}
        cards={tokenScopes.map((value) => ({
          value,
          label: t(`scopes.${value}`),
          hint: t(`scopeHint.${value}`, { hours }),
        }))}
      />
      {scope !== "commit" && (
        <Select
          label={t("days")}
          name="days"
          defaultValue="30"
          options={lives.map((days) => ({ value: String(days), label: t("daysCount", { days }) }))}
        />
      )}
      <div className="actions">
        {again ? (
          <Reauthenticate />
        ) : (
          <Button type="submit" variant="primary" loading={isPending} icon={<KeyRound />}>
            {t("create")}
          </Button>
        )}
      </div>
    </form>
  );
}
