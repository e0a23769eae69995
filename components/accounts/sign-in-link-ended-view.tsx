import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { getViewer } from "@/lib/api/server";
import { linkMinutes } from "@/lib/platform/session/durations";
import { SignInLinkSection } from "./sign-in-link-section";

/** A link that was used or is too old: what happened, and a new one. Whoever is signed in already sees that. */
export async function SignInLinkEndedView({ next }: { next: string }) {
  const [viewer, t] = await Promise.all([getViewer(), getTranslations("accounts")]);
  const head = <PageHead title={t("ended.title")}>{t("ended.text", { minutes: linkMinutes })}</PageHead>;
  if (viewer.personId !== null) {
    return (
      <>
        {head}
        <p className="pb-4">{t("ended.signedIn", { name: viewer.name ?? viewer.email ?? "" })}</p>
        <a href={next} className={buttonClass({ variant: "primary" })}>
          {t("already.on")}
        </a>
      </>
    );
  }
  return (
    <>
      {head}
      <Section title={t("ended.new")}>
        <div className="pt-4">
          <SignInLinkSection next={next} />
        </div>
      </Section>
    </>
  );
}
