import { useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { ImportForm } from "./import-form";

/** Three files of an export and what they are to be called. */
export function ImportView({ mayImport }: { mayImport: boolean }) {
  const t = useTranslations("studies");
  return (
    <>
      <Breadcrumb steps={[{ label: t("title"), href: "/studies" }]} />
      <PageHead title={t("import.title")}>{t("import.lede")}</PageHead>
      {mayImport ? (
        <>
          <NeedsScript what="form" />
          <ProvideMessages of={["studies"]}>
            <ImportForm />
          </ProvideMessages>
        </>
      ) : (
        <EmptyState action={<ButtonLink href="/studies">{t("import.back")}</ButtonLink>}>{t("import.not")}</EmptyState>
      )}
    </>
  );
}
