import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { SideLayout, SideSection } from "@/components/ui/side";
import { getViewer, isDemonstration } from "@/lib/api/server";
import { safeNext } from "@/lib/platform/session/safe-next";
import { AlreadySignedIn } from "./already-signed-in";
import { DemonstrationPeople } from "./demonstration-people";
import { SignInLinkSection } from "./sign-in-link-section";

/** The address of a decision by the code that was printed with it. */
const decision = /^\/(?:en|fr)\/decisions\/([a-z0-9]{1,12})(?=$|[?#])/i;

/** For whoever is not signed in: the ways in. For whoever is: why they are here, and the way on. */
export async function SignInView({ next: given }: { next: string | undefined }) {
  const locale = await getLocale();
  const [viewer, demonstration, t] = await Promise.all([getViewer(), isDemonstration(), getTranslations("accounts")]);
  const next = given ? safeNext(given, `/${locale}`) : null;
  if (viewer.personId !== null) return <AlreadySignedIn viewer={viewer} next={next} />;
  const admission = await getTranslations("membership.apply");
  const code = decision.exec(next ?? "")?.[1];
  const title = code ? t("signIn.forDecision", { code }) : t("signIn.title");
  const head = <PageHead title={title}>{t("signIn.lede")}</PageHead>;
  const form = (
    <>
      <SignInLinkSection next={next} />
      <p className="pt-6">
        <Link href="/organizations/apply">{admission("link")}</Link>
      </p>
    </>
  );
  if (!demonstration) {
    return (
      <>
        {head}
        {form}
      </>
    );
  }
  return (
    <>
      {head}
      <SideLayout label={t("signIn.byMail")} side={<SideSection title={t("signIn.byMail")}>{form}</SideSection>}>
        <DemonstrationPeople next={next ?? `/${locale}`} />
      </SideLayout>
    </>
  );
}
