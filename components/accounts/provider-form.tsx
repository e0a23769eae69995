"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorBlock } from "@/components/ui/error-block";
import { type Option, Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import type { IdentityProvider } from "@/lib/accounts/schema.providers";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { RemoveProvider } from "./remove-provider";

type ProviderFormProps = { provider: IdentityProvider | null; options: readonly Option[] };

/** One organization's own sign-in. Its secret is written and never read; what was typed stays when it is refused. */
export function ProviderForm({ provider, options }: ProviderFormProps) {
  const t = useTranslations("accounts.providers");
  const router = useRouter();
  const id = useId();
  const [enabled, setEnabled] = useState(provider?.enabled ?? true);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (form: FormData) => {
      const text = (name: string) => String(form.get(name) ?? "").trim();
      const secret = text("secret");
      const input = {
        slug: provider?.organization.slug ?? text("organization"),
        issuer: text("issuer"),
        clientId: text("clientId"),
        domains: text("domains")
          .split(/[\s,;]+/)
          .filter(Boolean),
        enabled,
        ...(secret ? { secret } : {}),
      };
      const context = provider ? { ifMatch: provider.version } : { ifNoneMatch: true };
      return api.providers.configure.call(input, { context });
    },
    onSuccess: () => {
      showToast(t("saved"));
      router.refresh();
    },
  });
  const { detail, mistakes } = readProblem(error);
  const wrong = (field: string) => mistakes.find((it) => it.field.split(".")[0] === field)?.message;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutate(new FormData(event.currentTarget));
  };
  const named = (name: string) => ({ name, id: `${id}${name}`, error: wrong(name) });
  return (
    <form method="dialog" onSubmit={save} noValidate className="grid gap-5 pt-4">
      {error && mistakes.length === 0 && <ErrorBlock live title={detail ?? t("offline")} />}
      {provider && !provider.secretReadable && <ErrorBlock tone="amber" title={t("secretLost")} />}
      {!provider && <Select label={t("organization")} {...named("organization")} options={options} />}
      <TextField
        label={t("issuer")}
        hint={t("issuerHint")}
        {...named("issuer")}
        type="url"
        defaultValue={provider?.issuer}
        autoComplete="off"
      />
      <TextField
        label={t("clientId")}
        {...named("clientId")}
        defaultValue={provider?.clientId}
        maxLength={300}
        autoComplete="off"
      />
      <TextField
        label={t("secret")}
        hint={t(provider ? "secretKept" : "secretHint")}
        {...named("secret")}
        type="password"
        optional={Boolean(provider)}
        autoComplete="new-password"
      />
      <TextArea
        label={t("domains")}
        hint={t("domainsHint")}
        {...named("domains")}
        rows={3}
        defaultValue={provider?.domains.join("\n")}
        spellCheck={false}
      />
      <Checkbox
        id={`${id}enabled`}
        name="enabled"
        label={t("enabled")}
        hint={t("enabledHint")}
        checked={enabled}
        onChange={(event) => setEnabled(event.target.checked)}
      />
      {provider && (
        <p className="max-w-[72ch] text-small text-ink-2">
          {t("callback")} <code className="break-all">{provider.callback}</code>
        </p>
      )}
      <div className="actions">
        <Button type="submit" variant="primary" loading={isPending}>
          {t("save")}
        </Button>
        {provider && <RemoveProvider slug={provider.organization.slug} />}
      </div>
    </form>
  );
}
