import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { Passkey } from "@/lib/accounts/schema.passkeys";
import { DateTime } from "../ui/date-time";
import { RemovePasskey, RenamePasskey } from "./passkey-actions";

export function PasskeyTable({ passkeys, zone }: { passkeys: readonly Passkey[]; zone: string }) {
  const t = useTranslations("accounts.passkeys");
  return (
    <Table
      caption={t("caption")}
      rows={passkeys}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", label: t("name"), head: true, cell: ({ name }) => name },
        { key: "kind", label: t("kind"), cell: ({ synced }) => t(synced ? "synced" : "bound") },
        { key: "created", label: t("created"), cell: ({ createdAt }) => <DateTime at={createdAt} zone={zone} /> },
        {
          key: "used",
          label: t("used"),
          cell: ({ lastUsedAt }) => (lastUsedAt ? <DateTime at={lastUsedAt} zone={zone} /> : t("never")),
        },
        {
          key: "act",
          label: t("act"),
          cell: ({ id, name }) => (
            <span className="actions">
              <RenamePasskey id={id} name={name} />
              <RemovePasskey id={id} name={name} />
            </span>
          ),
        },
      ]}
    />
  );
}
