import { useTranslations } from "next-intl";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import type { Token } from "@/lib/accounts/schema";
import { DateTime } from "../ui/date-time";
import { RevokeToken } from "./revoke-token";

const stamps: Record<Token["state"], StampKind> = { live: "usable", expired: "retired", revoked: "retired" };

export function TokenTable({ tokens, zone }: { tokens: readonly Token[]; zone: string }) {
  const t = useTranslations("accounts.tokens");
  return (
    <Table
      caption={t("caption")}
      rows={tokens}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", label: t("name"), head: true, cell: ({ name }) => name },
        { key: "scope", label: t("scope"), cell: ({ scope }) => t(`scopes.${scope}`) },
        {
          key: "state",
          label: t("state"),
          cell: ({ state }) => <Stamp kind={stamps[state]}>{t(`states.${state}`)}</Stamp>,
        },
        { key: "expires", label: t("expires"), cell: ({ expiresAt }) => <DateTime at={expiresAt} zone={zone} /> },
        {
          key: "used",
          label: t("used"),
          cell: ({ lastUsedAt }) => (lastUsedAt ? <DateTime at={lastUsedAt} zone={zone} /> : t("never")),
        },
        {
          key: "act",
          label: t("act"),
          cell: ({ id, name, state }) => state === "live" && <RevokeToken id={id} name={name} />,
        },
      ]}
    />
  );
}
