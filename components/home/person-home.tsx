import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { SideLayout, SideSection } from "@/components/ui/side";
import { allOrganizationsOf, hasApplied } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { PublicContent } from "./public-content";
import type { PublicFacts } from "./public-facts";

type PersonHomeProps = {
  viewer: Viewer;
  facts: PublicFacts;
  /** What waits for somebody who administers. */
  before?: ReactNode;
};

const standingOf = (viewer: Viewer) => {
  if (hasApplied(viewer)) return "applied";
  if (viewer.administrator) return "admin";
  return viewer.guest ? "guest" : "none";
};

/** Home of an account without an organization: no tasks, and public content only. */
export function PersonHome({ viewer, facts, before }: PersonHomeProps) {
  const t = useTranslations("home.person");
  const admission = useTranslations("membership.status");
  const locale = useLocale();
  return (
    <>
      <PageHead title={viewer.name ? t("title", { name: viewer.name }) : t("titleUnnamed")}>
        {t(standingOf(viewer))}
      </PageHead>
      {before}
      <SideLayout
        label={t("accountTitle")}
        side={
          <SideSection title={t("accountTitle")}>
            {allOrganizationsOf(viewer).map(({ slug, nameEn, nameFr }) => (
              <p key={slug} className="pb-2">
                <Link href={`/organizations/${slug}/admission`}>{locale === "fr" ? nameFr : nameEn}</Link>
                <span className="block text-small text-ink-3">{admission("link")}</span>
              </p>
            ))}
            <Link href="/account">{t("account")}</Link>
            <p className="text-small text-ink-3">{t("accountText")}</p>
          </SideSection>
        }
      >
        <PublicContent facts={facts} />
      </SideLayout>
    </>
  );
}
