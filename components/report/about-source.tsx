import { useTranslations } from "next-intl";
import { LibraryNav } from "@/components/library/library-nav";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SideLayout, SideSection } from "@/components/ui/side";

/** What the report is, what it is not, and how it is used and cited. */
export function AboutSource() {
  const t = useTranslations("report");
  return (
    <>
      <LibraryNav current="about" />
      <PageHead title={t("about.title")}>{t("about.lede")}</PageHead>
      <SideLayout
        label={t("about.cite.title")}
        side={
          <SideSection title={t("about.cite.title")}>
            <p lang="en">{t.rich("about.cite.reference", { i: (chunks) => <cite>{chunks}</cite> })}</p>
            <p className="mt-2">{t("about.cite.item")}</p>
          </SideSection>
        }
      >
        <Section title={t("about.what.title")}>
          <p className="max-w-[64ch] pt-4">{t("about.what.one")}</p>
        </Section>
        <Section title={t("about.not.title")}>
          <div className="grid max-w-[64ch] gap-3 pt-4">
            <p>{t("disclaimer")}</p>
            <p>{t("about.not.one")}</p>
          </div>
        </Section>
        <Section title={t("about.how.title")}>
          <div className="grid max-w-[64ch] gap-3 pt-4">
            <p>{t("about.how.own")}</p>
            <p>
              {t("about.how.errata")} <Link href="/errata">{t("about.how.errataLink")}</Link>
            </p>
            <p>{t("about.how.outside")}</p>
            <p>{t("about.how.names")}</p>
          </div>
        </Section>
      </SideLayout>
    </>
  );
}
