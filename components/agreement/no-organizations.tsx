import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";

/** No organization to compare: what there is to read instead. */
export function NoOrganizations() {
  const t = useTranslations("agreement.grid");
  return (
    <EmptyState action={<ButtonLink href="/positions">{t("readPropositions")}</ButtonLink>}>{t("empty")}</EmptyState>
  );
}
