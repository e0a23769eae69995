import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { ImportForm } from "./import-form";
import { ImportList } from "./import-list";
import type { ImportFacts } from "./load-imports";

/** A file of drafts: where to start, what would become of it, and what was imported before. */
export function ImportView({ facts: { organizations, organization, past, zone } }: { facts: ImportFacts }) {
  const t = useTranslations("positions.import");
  const positions = useTranslations("positions")("title");
  const locale = useLocale();
  const name = organization?.name[locale];
  const options = organizations.map((it) => ({ value: it.slug, label: it.name[locale] }));
  return (
    <ProvideMessages of={["positions.import", "stances"]}>
      <Breadcrumb steps={[{ label: positions, href: "/positions" }]} />
      <PageHead title={t("title")} over={name}>
        {name ? t("lede", { organization: name }) : t("ledeNobody")}
      </PageHead>
      {organizations.length > 1 && (
        <FilterBar label={t("organization")}>
          <FilterSelect label={t("organization")} name="organization" value={organization?.slug} options={options} />
        </FilterBar>
      )}
      {organization && name ? (
        <>
          <Section title={t("template")}>
            <p className="max-w-[64ch]">{t("templateText")}</p>
            <div className="actions mt-2.5">
              {(["xlsx", "csv"] as const).map((format) => (
                <a
                  key={format}
                  className="btn"
                  href={`/api/v1/organizations/${organization.slug}/positions-file?format=${format}&language=${locale}`}
                >
                  {t(format === "csv" ? "templateCsv" : "templateXlsx")}
                </a>
              ))}
            </div>
          </Section>
          <Section title={t("yours")}>
            <NeedsScript what="form" />
            <ImportForm key={organization.slug} organization={organization.slug} name={name} />
          </Section>
          <Section title={t("past")} count={past.length}>
            {past.length > 0 ? <ImportList past={past} zone={zone} /> : <EmptyState>{t("pastNone")}</EmptyState>}
          </Section>
        </>
      ) : (
        <EmptyState action={<ButtonLink href="/positions">{positions}</ButtonLink>}>{t("noMandate")}</EmptyState>
      )}
    </ProvideMessages>
  );
}
