"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/lib/api/client";

export type LinkedRow = {
  key: string;
  name: string;
  office: boolean;
  links: readonly { id: string; address: string; sent: string }[];
};

/** Private links for those who have no account: sent, sent again, taken back. */
export function SendLinks({ id, rows }: { id: string; rows: readonly LinkedRow[] }) {
  const t = useTranslations("briefingDates.desk");
  const locale = useLocale();
  const keyOf = ({ key, office }: LinkedRow) => `${office ? "office" : "organization"} ${key}`;
  const first = rows.find((it) => it.office) ?? rows[0];
  const [chosen, setChosen] = useState(first ? keyOf(first) : "");
  const [address, setAddress] = useState("");
  const [language, setLanguage] = useState<"en" | "fr">(locale);
  const row = rows.find((it) => keyOf(it) === chosen);
  const send = useAction(
    async () => {
      if (!row) return;
      const to = row.office ? { office: row.key } : { organization: row.key };
      await api.briefings.dateLinks.send.call({ id, ...to, language, ...(address && { address }) });
    },
    () => {
      setAddress("");
      return t("linkSent");
    },
  );
  const revoke = useAction(
    (link: string) => api.briefings.dateLinks.revoke.call({ id, link }),
    () => t("linkRevoked"),
  );
  const { mistakes } = readProblem(send.error);
  const open = rows.flatMap((it) => it.links.map((link) => ({ ...link, name: it.name })));
  return (
    <div className="grid max-w-[600px] gap-3 pt-3">
      <p>{t("linksFollows")}</p>
      {open.length === 0 && <p className="text-ink-2">{t("noLinks")}</p>}
      <ul className="grid gap-2">
        {open.map((it) => (
          <li key={it.id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <b>{it.name}</b>
              <span className="block text-ink-3 text-small">
                {t("linkUntil", { address: it.address, day: it.sent })}
              </span>
            </span>
            <Button
              small
              aria-label={t("linkRevokeLabel", { name: it.name })}
              loading={revoke.isPending && revoke.variables === it.id}
              onClick={() => revoke.mutate(it.id)}
            >
              {t("linkRevoke")}
            </Button>
          </li>
        ))}
      </ul>
      <FieldErrors errors={mistakes} />
      <Select
        name="link-to"
        label={t("linkTo")}
        options={rows.map((it) => ({ value: keyOf(it), label: it.name }))}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      />
      <TextField
        name="address"
        type="email"
        label={t("linkAddress")}
        hint={row?.office ? t("linkAddressHint") : undefined}
        optional={row?.office}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        error={mistakes.find((it) => it.field === "address")?.message}
      />
      <Select
        name="link-language"
        label={t("linkLanguage")}
        options={[
          { value: "en", label: t("linkEn") },
          { value: "fr", label: t("linkFr") },
        ]}
        value={language}
        onChange={(event) => setLanguage(event.target.value === "fr" ? "fr" : "en")}
      />
      <div className="actions">
        <Button loading={send.isPending} onClick={() => send.mutate()}>
          {t("linkSend")}
        </Button>
      </div>
      <ActionError error={send.error ?? revoke.error} onReread={send.reset} />
    </div>
  );
}
