import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { AmendForm } from "./amend-form";
import type { AmendingFacts } from "./load-amendments";
import { here, talkingPointHref } from "./talking-point-href";

/** Proposing a change to a text whose pen another organization holds, or one's own. */
export function AmendView({ facts }: { facts: AmendingFacts }) {
  const t = useTranslations("amendments.form");
  const list = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const { point, draft, organizations } = facts;
  const title = pickLanguage(point.title, locale)?.text ?? list("untitled");
  const at = talkingPointHref(point.slug);
  return (
    <ProvideMessages of={["amendments", "talkingPoints"]}>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: title, href: at },
        ]}
      />
      <PageHead title={t(draft ? "editTitle" : "title")} over={title}>
        {t("lede", { number: point.number })}
      </PageHead>
      {organizations.length > 0 ? (
        <AmendForm facts={facts} />
      ) : (
        <EmptyState action={<ButtonLink href={at}>{t("cancel")}</ButtonLink>}>{t("nobody")}</EmptyState>
      )}
    </ProvideMessages>
  );
}
