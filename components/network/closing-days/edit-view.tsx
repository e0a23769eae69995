import { useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { useCodeLabel } from "@/components/ui/use-code-label";
import type { ClosingDays } from "@/lib/network/schema.closing-days";
import { codesOf } from "@/lib/platform/i18n/codes";
import { KeepClosingDays } from "./keep-closing-days";
import { YearLinks } from "./year-links";

/** Where the list is kept: what is offered, what is pasted, what is typed, and what stands in it. */
export function EditClosingDaysView({ closingDays }: { closingDays: ClosingDays }) {
  const t = useTranslations("closingDays");
  const label = useCodeLabel();
  const provinces = codesOf("province").map((value) => ({ value, label: label("province", value) }));
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t("title"), href: `/network/closing-days?year=${closingDays.year}` },
          { label: String(closingDays.year) },
        ]}
      />
      <PageHead title={t("editTitle")}>{t("editLede")}</PageHead>
      <YearLinks year={closingDays.year} address="/network/closing-days/edit" />
      <NeedsScript what="form" />
      <ProvideMessages of={["closingDays"]}>
        <KeepClosingDays closingDays={closingDays} provinces={provinces} />
      </ProvideMessages>
    </>
  );
}
