import { getLocale, getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { SideLayout, SideSection } from "@/components/ui/side";
import { SignInLink } from "@/components/ui/sign-in-link";
import { isDemonstration } from "@/lib/api/server";
import { linkDays } from "@/lib/organizations/schema.application";
import { codesOf } from "@/lib/platform/i18n/codes";
import { compareIn } from "@/lib/platform/i18n/collation";
import { ApplyForm } from "./apply-form";

/** The public form, and what happens after it. */
export async function ApplyView() {
  const [t, codes, organizations, locale, outbox] = await Promise.all([
    getTranslations("membership.apply"),
    getTranslations("codes"),
    getTranslations("organizations"),
    getLocale(),
    isDemonstration(),
  ]);
  const compare = compareIn(locale);
  const types = codesOf("organizationType").map((value) => ({ value, label: codes(`organizationType.${value}`) }));
  const provinces = codesOf("province").map((value) => ({ value, label: codes(`province.${value}`) }));
  const sorted = (options: typeof provinces) => options.sort((a, b) => compare(a.label, b.label));
  const last = (it: { value: string }) => Number(it.value === "other");
  return (
    <>
      <Breadcrumb steps={[{ label: organizations("title"), href: "/organizations" }]} />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <SideLayout
        label={t("next")}
        side={
          <>
            <SideSection as="h2" title={t("next")}>
              <ol className="grid list-decimal gap-2 pl-5">
                {(["mail", "read", "first"] as const).map((step) => (
                  <li key={step}>{t(`steps.${step}`)}</li>
                ))}
              </ol>
            </SideSection>
            <SideSection as="h2" title={t("roles")}>
              <p>{t("member")}</p>
              <p className="pt-2">{t("observer")}</p>
            </SideSection>
            <SideSection as="h2" title={t("already")}>
              <SignInLink>{t("signIn")}</SignInLink>
            </SideSection>
          </>
        }
      >
        <NeedsScript what="form" />
        <ProvideMessages of={["membership.apply"]}>
          <ApplyForm
            types={[...types].sort((a, b) => last(a) - last(b) || compare(a.label, b.label))}
            provinces={sorted([...provinces])}
            days={linkDays}
            outbox={outbox}
          />
        </ProvideMessages>
      </SideLayout>
    </>
  );
}
