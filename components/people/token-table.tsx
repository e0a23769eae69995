import { useLocale, useTranslations } from "next-intl";
import { longDay, timeOfDay } from "@/components/ui/moment";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import type { Token } from "@/lib/people/schema";
import { RevokeToken } from "./revoke-token";

const stamps: Record<Token["state"], StampKind> = { live: "usable", expired: "retired", revoked: "retired" };

export function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  const t = useTranslations("people.tokens");
  const locale = useLocale();
  const momentOf = (iso: string | null) => {
    if (iso === null) return t("never");
    const at = new Date(iso);
    return (
      <time dateTime={iso}>
        {longDay(at, locale)}, {timeOfDay(at, locale)}
      </time>
    );
  };
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
        { key: "expires", label: t("expires"), cell: ({ expiresAt }) => momentOf(expiresAt) },
        { key: "used", label: t("used"), cell: ({ lastUsedAt }) => momentOf(lastUsedAt) },
        {
          key: "act",
          label: t("act"),
          cell: ({ id, name, state }) => state === "live" && <RevokeToken id={id} name={name} />,
        },
      ]}
    />
  );
}
