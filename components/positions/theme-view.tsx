import { useLocale, useTranslations } from "next-intl";
import { ThemeLinks } from "@/components/propositions/theme-links";
import { StanceKey } from "@/components/stances/stance-key";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SideLayout, SideSection } from "@/components/ui/side";
import { AsOfNotice } from "./as-of-notice";
import type { Register } from "./load-register";
import { PropositionRows } from "./proposition-rows";
import { ThemeFilters } from "./theme-filters";

type Theme = Register["themes"][number];
type ThemeViewProps = { theme: Theme; others: readonly Theme[]; register: Register };

/** The propositions of one theme, and the way to who holds what on them. */
export function ThemeView({ theme, others, register }: ThemeViewProps) {
  const t = useTranslations("propositions");
  const crumb = useTranslations("positions")("title");
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  const rows = register.groups.flatMap((group) => group.rows);
  const { organization } = register;
  const { on, q, stance } = register.query;
  return (
    <>
      <Breadcrumb steps={[{ label: crumb, href: "/positions" }]} />
      <PageHead
        title={theme.title[locale]}
        other={{ lang: other, text: theme.title[other] }}
        actions={<ButtonLink href={`/agreement?theme=${theme.slug}`}>{t("grid")}</ButtonLink>}
      >
        {t("lede", { count: theme.propositions })}
      </PageHead>
      <AsOfNotice on={on} here={`/themes/${theme.slug}`} />
      <SideLayout
        side={<SideSection title={t("others")}>{<ThemeLinks themes={others} />}</SideSection>}
        label={t("others")}
      >
        <Section title={t("listed")} count={rows.length}>
          {organization && (
            <div className="print-only">
              <StanceKey />
            </div>
          )}
          <ThemeFilters register={register} />
          {rows.length === 0 && (
            <EmptyState
              action={(q || stance) && <ButtonLink href={`/themes/${theme.slug}`}>{t("showAll")}</ButtonLink>}
            >
              {t(q || stance ? "emptyFiltered" : "empty")}
            </EmptyState>
          )}
          <PropositionRows rows={rows} organization={organization?.slug ?? null} on={on} />
        </Section>
      </SideLayout>
    </>
  );
}
