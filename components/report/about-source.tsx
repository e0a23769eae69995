import { useTranslations } from "next-intl";
import { LibraryNav } from "@/components/library/library-nav";
import { TextSection } from "@/components/reference/text-section";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";

/** What the report is, what it is not, and how it is used and cited. */
export function AboutSource() {
  const t = useTranslations("report");
  return (
    <>
      <LibraryNav current="about" />
      <PageHead title={t("about.title")}>{t("about.lede")}</PageHead>
      <TextSection title={t("about.what.title")}>
        <p>{t("about.what.one")}</p>
      </TextSection>
      <TextSection title={t("about.not.title")}>
        <p>{t("disclaimer")}</p>
        <p>{t("about.not.one")}</p>
      </TextSection>
      <TextSection title={t("about.how.title")}>
        <p>{t("about.how.own")}</p>
        <p>
          {t("about.how.errata")} <Link href="/errata">{t("about.how.errataLink")}</Link>
        </p>
        <p>{t("about.how.outside")}</p>
        <p>{t("about.how.names")}</p>
      </TextSection>
      <TextSection title={t("about.cite.title")}>
        <p lang="en">{t.rich("about.cite.reference", { i: (chunks) => <cite>{chunks}</cite> })}</p>
        <p>{t("about.cite.item")}</p>
      </TextSection>
    </>
  );
}
