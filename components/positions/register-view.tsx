import { useLocale, useTranslations } from "next-intl";
import { StanceKey } from "@/components/stances/stance-key";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { GroupHead } from "@/components/ui/section";
import { AsOfNotice } from "./as-of-notice";
import type { Register } from "./load-register";
import { PropositionRows } from "./proposition-rows";
import { RegisterFilters } from "./register-filters";

/** The propositions by theme, with what the reader's organization holds on each. */
export function RegisterView({ register }: { register: Register }) {
  const t = useTranslations("positions.list");
  const title = useTranslations("positions")("title");
  const proposals = useTranslations("proposals.list");
  const locale = useLocale();
  const { organization, groups, total, stated, query } = register;
  const name = organization && (locale === "fr" ? organization.nameFr : organization.nameEn);
  return (
    <>
      <PageHead
        title={title}
        over={name}
        actions={
          <>
            {organization && <ButtonLink href="/propositions/proposals">{proposals("title")}</ButtonLink>}
            <ButtonLink href="/agreement">{t("agreement")}</ButtonLink>
          </>
        }
      >
        {name ? t("ledeOwn", { stated, total }) : t("ledeVisitor", { total })}
      </PageHead>
      <AsOfNotice on={query.on} here="/positions" />
      <RegisterFilters register={register} />
      {organization && (
        <div className="print-only">
          <StanceKey />
        </div>
      )}
      {groups.length === 0 && (
        <EmptyState action={<ButtonLink href="/positions">{t("all")}</ButtonLink>}>{t("empty")}</EmptyState>
      )}
      {groups.map(({ slug, title: theme, rows }) => (
        <section key={slug}>
          <GroupHead title={<Link href={`/themes/${slug}`}>{theme[locale]}</Link>} count={rows.length} />
          <PropositionRows rows={rows} organization={organization?.slug ?? null} on={query.on} />
        </section>
      ))}
    </>
  );
}
