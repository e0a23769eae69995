import { getLocale, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { getViewer } from "@/lib/api/server";
import { isDemonstration } from "@/lib/platform/network";
import { safeNext } from "@/lib/platform/session/safe-next";
import { DemonstrationPeople } from "./demonstration-people";
import { MailLink } from "./mail-link";
import { SignedIn } from "./signed-in";

/** For whoever is not signed in: the ways in. For whoever is: why they are here, and the way on. */
export async function SignInView({ next: given }: { next: string | undefined }) {
  const locale = await getLocale();
  const [viewer, demonstration, t] = await Promise.all([getViewer(), isDemonstration(), getTranslations("people")]);
  const next = given ? safeNext(given, `/${locale}`) : null;
  if (viewer.personId !== null) return <SignedIn viewer={viewer} next={next} />;
  const form = <MailLink next={next} />;
  return (
    <>
      <PageHead title={t("signIn.title")}>{t("signIn.lede")}</PageHead>
      {demonstration && <DemonstrationPeople next={next ?? `/${locale}`} />}
      {demonstration ? (
        <Section title={t("signIn.byMail")}>
          <div className="pt-4">{form}</div>
        </Section>
      ) : (
        form
      )}
    </>
  );
}
