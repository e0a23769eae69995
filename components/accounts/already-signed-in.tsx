import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { isDemonstrationAddress } from "@/lib/accounts/rules";
import { isDemonstration } from "@/lib/api/server";
import { freshMinutes } from "@/lib/platform/session/durations";
import type { Viewer } from "@/lib/viewer/schema";
import { DemonstrationPeople } from "./demonstration-people";
import { DemonstrationSignIn } from "./demonstration-sign-in";
import { SignInLinkSection } from "./sign-in-link-section";
import { SignOut } from "./sign-out";

/** Somebody who has a session: with a page to go to they came to sign in again, without one they need not have come. */
export async function AlreadySignedIn({ viewer, next }: { viewer: Viewer; next: string | null }) {
  const demonstration = await isDemonstration();
  const t = await getTranslations("accounts");
  const email = viewer.email ?? "";
  const name = viewer.name ?? email;
  if (next) {
    return (
      <>
        <PageHead title={t("again.title")}>{t("again.why", { name, minutes: freshMinutes })}</PageHead>
        <p className="pb-4">{t("again.after")}</p>
        {demonstration && isDemonstrationAddress(email) ? (
          <DemonstrationSignIn email={email} name={name} next={next} variant="primary">
            {t("again.as", { name })}
          </DemonstrationSignIn>
        ) : (
          <SignInLinkSection next={next} email={email} />
        )}
        <p className="pt-4">
          <a href={next}>{t("again.on")}</a>
        </p>
        <div className="actions pt-8">
          <span className="text-ink-2">{t("again.other")}</span> <SignOut look={{ variant: "text" }} />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("already.title")}>{t("already.as", { name, email })}</PageHead>
      <div className="actions pt-2">
        <ButtonLink href="/" variant="primary">
          {t("already.on")}
        </ButtonLink>
        <ButtonLink href="/account">{t("already.account")}</ButtonLink>
        <SignOut />
      </div>
      {demonstration && <DemonstrationPeople next={`/${await getLocale()}`} />}
    </>
  );
}
