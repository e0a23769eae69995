"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { Mail } from "@/components/ui/icons";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** Asks one mailbox. What was typed stays until it was sent. */
export function InviteForm({ slug }: { slug: string }) {
  const t = useTranslations("membership.invite");
  const locale = useLocale();
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [language, setLanguage] = useState(locale);
  const invite = useMutation(
    api.organizations.people.invite.mutationOptions({
      onSuccess: (made) => {
        showToast(t("sent", { email: made.email }));
        setEmail("");
        router.refresh();
      },
      onError: () => document.getElementById("email")?.focus(),
    }),
  );
  const wrong = readProblem(invite.error).mistakes.find(({ field }) => field === "email")?.message;
  const send = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ slug, email, language });
  };
  return (
    <form method="dialog" onSubmit={send} noValidate className="grid gap-4">
      <TextField
        label={t("email")}
        hint={t("emailHint")}
        error={wrong}
        name="email"
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Select
        label={t("language")}
        name="language"
        value={language}
        onChange={(event) => setLanguage(event.target.value === "fr" ? "fr" : "en")}
        options={[
          { value: "en", label: t("en") },
          { value: "fr", label: t("fr") },
        ]}
      />
      <ActionError error={invite.error} onReread={invite.reset} />
      <div className="actions">
        <Button type="submit" variant="primary" icon={<Mail />} loading={invite.isPending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
