import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { SideLayout, SideSection } from "@/components/ui/side";
import { SignInLink } from "@/components/ui/sign-in-link";
import { PublicContent } from "./public-content";
import type { PublicFacts } from "./public-facts";

/** What Concerted is, in a paragraph, and what can be read in it without signing in. */
export function VisitorHome({ facts }: { facts: PublicFacts }) {
  const t = useTranslations("home.visitor");
  const admission = useTranslations("membership.apply");
  return (
    <>
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <SideLayout
        label={t("membersTitle")}
        side={
          <SideSection title={t("membersTitle")}>
            <p className="pb-4 text-ink-2">{t("members")}</p>
            <SignInLink className={buttonClass({ variant: "primary", wide: true })}>{t("signIn")}</SignInLink>
            <p className="pt-4">
              <Link href="/organizations/apply">{admission("link")}</Link>
            </p>
          </SideSection>
        }
      >
        <PublicContent facts={facts} />
      </SideLayout>
    </>
  );
}
