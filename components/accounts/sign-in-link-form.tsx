"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { Mail } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/lib/api/client";
import { ProviderSignIn } from "./provider-sign-in";

type SignInLinkFormProps = {
  next: string | null;
  minutes: number;
  /** Whoever signs in again is offered their own address and no other. */
  email?: string | undefined;
  /** Where a demonstration's mail can be read. */
  outbox: boolean;
};

/**
 * Asks for a link by mail. What it says afterwards is the same for every address. Its method is one that goes nowhere by
 * itself: without script no address lands in the page's own.
 */
export function SignInLinkForm({ next, minutes, email, outbox }: SignInLinkFormProps) {
  const t = useTranslations("accounts.signIn");
  const language = useLocale();
  const [typed, setTyped] = useState("");
  const { mutate, reset, isPending, error, data, variables } = useMutation(
    api.people.requestLink.mutationOptions({ onError: () => document.getElementById("email")?.focus() }),
  );
  if (data)
    return <Sent email={variables.email} minutes={minutes} outbox={outbox} onAgain={email ? undefined : reset} />;

  const { detail, mistakes } = readProblem(error);
  const wrong = mistakes.find(({ field }) => field === "email")?.message;
  const onType = (event: FormEvent<HTMLFormElement>) =>
    setTyped(String(new FormData(event.currentTarget).get("email") ?? ""));
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = email ?? String(new FormData(event.currentTarget).get("email"));
    mutate({ email: given, language, ...(next ? { next } : {}) });
  };
  return (
    <form method="dialog" onSubmit={send} noValidate className="grid gap-4" onChange={onType}>
      {error && !wrong && <ErrorBlock live title={detail ?? t("offline")} />}
      {!email && (
        <TextField
          label={t("email")}
          hint={t("emailHint")}
          error={wrong}
          name="email"
          type="email"
          autoComplete="email"
          autoCapitalize="off"
          spellCheck={false}
        />
      )}
      <ProviderSignIn typed={email ?? typed} next={next} />
      <div className="actions">
        <Button type="submit" variant="primary" loading={isPending} icon={<Mail />}>
          {email ? t("sendTo", { email }) : t("send")}
        </Button>
      </div>
    </form>
  );
}

type SentProps = { email: string; minutes: number; outbox: boolean; onAgain: (() => void) | undefined };

function Sent({ email, minutes, outbox, onAgain }: SentProps) {
  const t = useTranslations("accounts.sent");
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} role="status" className="notice notice-pen grid max-w-[64ch] gap-2">
      <p className="font-semibold text-h3">{t("title")}</p>
      <p>{t("text", { email, minutes })}</p>
      <p className="text-ink-2">{t("nothing")}</p>
      <div className="actions">
        {outbox && <Link href="/outbox">{t("outbox")}</Link>}
        {onAgain && (
          <Button variant="text" onClick={onAgain}>
            {t("again")}
          </Button>
        )}
      </div>
    </div>
  );
}
