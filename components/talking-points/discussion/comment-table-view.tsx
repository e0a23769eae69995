import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { toUrlWithParams } from "@/lib/platform/http/query-params";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { here, talkingPointHref } from "../talking-point-href";
import type { CommentTableFacts } from "./load-comment-table";
import { TableForm } from "./table-form";

/** A table of comments for boards that work on paper: taken, filled in anywhere, brought back, and shown before it is sent. */
export function CommentTableView({ facts: { point, organizations, organization } }: { facts: CommentTableFacts }) {
  const t = useTranslations("discussion.table");
  const list = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const name = organization?.name[locale];
  const options = organizations.map((it) => ({ value: it.slug, label: it.name[locale] }));
  const hrefOf = (of: string | undefined) =>
    toUrlWithParams(`/api/v1/talking-points/${point.slug}/comment-table.xlsx`, { organization: of, language: locale });
  return (
    <ProvideMessages of={["discussion.table"]}>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: pickLanguage(point.title, locale)?.text ?? list("untitled"), href: talkingPointHref(point.slug) },
        ]}
      />
      <PageHead title={t("title")} over={<InOneLanguage text={point.title} />}>
        {t("lede")}
      </PageHead>
      {organizations.length > 1 && (
        <FilterBar label={t("organization")}>
          <FilterSelect label={t("organization")} name="organization" value={organization?.slug} options={options} />
        </FilterBar>
      )}
      <Section title={t("take")}>
        {name && <p className="max-w-[64ch] pt-3">{t("takeText", { organization: name })}</p>}
        <div className="actions mt-2.5">
          {organization && name && (
            <a className="btn" href={hrefOf(organization.slug)} download>
              {t("takeOwn", { organization: name })}
            </a>
          )}
          <a className="btn" href={hrefOf(undefined)} download>
            {t("takeAll")}
          </a>
        </div>
      </Section>
      <Section title={t("bring")}>
        {organization && name ? (
          <div className="pt-3">
            <NeedsScript what="form" />
            <TableForm key={organization.slug} point={point.slug} organization={organization.slug} name={name} />
          </div>
        ) : (
          <EmptyState>{t(point.status === "retired" ? "retired" : "nobody")}</EmptyState>
        )}
      </Section>
    </ProvideMessages>
  );
}
