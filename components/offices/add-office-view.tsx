import { useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import type { AddingFacts } from "./load-offices";
import { OfficeForm } from "./office-form";
import { here } from "./office-href";

/** The form of a new office, or why this reader cannot add one. */
export function AddOfficeView({ facts: { may, writer, institutions } }: { facts: AddingFacts }) {
  const t = useTranslations("offices.form");
  const list = useTranslations("offices.list");
  const errors = useTranslations("errors");
  return (
    <ProvideMessages of={["offices"]}>
      <Breadcrumb steps={[{ label: list("title"), href: here }]} />
      <PageHead title={t("addTitle")}>{t("lede")}</PageHead>
      {may ? (
        <div className="pt-4">
          <NeedsScript what="form" />
          <OfficeForm office={null} writer={writer} institutions={institutions} />
        </div>
      ) : (
        <EmptyState>{errors("onlyDrafters")}</EmptyState>
      )}
    </ProvideMessages>
  );
}
