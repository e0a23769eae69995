import { useLocale, useTranslations } from "next-intl";
import { lastDay, longDay } from "@/components/ui/format-moment";
import { Table } from "@/components/ui/table";
import type { Me } from "@/lib/accounts/schema";
import { noonOf } from "@/lib/platform/time/noon-of";

type OwnMandate = Me["mandates"][number];

/** On whose authority one acts: powers, how far they reach, the instrument, and until when. */
export function OwnMandatesTable({ mandates }: { mandates: readonly OwnMandate[] }) {
  const t = useTranslations("accounts.account");
  const locale = useLocale();
  const themesOf = ({ themes }: OwnMandate) => {
    if (themes === null) return t("everyTheme");
    return themes.map(({ title }) => title[locale]).join(", ") || t("noTheme");
  };
  return (
    <Table
      caption={t("caption")}
      rows={mandates}
      rowKey={({ id }) => id}
      columns={[
        { key: "organization", label: t("for"), head: true, cell: ({ organizationName }) => organizationName[locale] },
        {
          key: "powers",
          label: t("powers"),
          cell: ({ powers }) => powers.map((power) => t(`power.${power}`)).join(", "),
        },
        { key: "themes", label: t("themes"), cell: themesOf },
        {
          key: "authority",
          label: t("authority"),
          cell: ({ authorizedBy, instrument, instrumentDate }) =>
            t("authorityText", { authorizedBy, instrument, day: longDay(noonOf(instrumentDate), locale) }),
        },
        {
          key: "until",
          label: t("until"),
          cell: ({ expiresAt }) => (expiresAt ? lastDay(new Date(expiresAt), locale) : t("open")),
        },
      ]}
    />
  );
}
