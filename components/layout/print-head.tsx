import { useLocale, useNow, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import type { Account } from "./account";

/** On paper alone: where this is from, of which day, and for whose eyes, since others may be shown more or less. */
export function PrintHead({ name, account }: { name: string; account: Account | null }) {
  const t = useTranslations("layout.print");
  const day = longDay(useNow(), useLocale());
  const organization = account?.organizations[0]?.name;
  return (
    <p className="print-head print-only">
      <b>{name}</b>
      <span>{organization ? t("member", { day, organization }) : t(account ? "person" : "visitor", { day })}</span>
    </p>
  );
}
