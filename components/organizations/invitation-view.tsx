import { ORPCError } from "@orpc/server";
import { getLocale, getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { api, isDemonstration } from "@/lib/api/server";
import { invitationDays } from "@/lib/organizations/schema.people";
import { SignOut } from "../accounts/sign-out";
import { NeedsScript } from "../ui/needs-script";
import { AcceptInvitation } from "./accept-invitation";

const opened = (token: string) =>
  api.organizations.invitations.read({ token }).catch((error: unknown) => {
    if (error instanceof ORPCError && (error.status === 404 || error.status === 400)) return null;
    throw error;
  });

/** What the link from the mail opens: for whom one would act, and the button. Looking uses nothing up. */
export async function InvitationView({ token }: { token: string }) {
  const [t, locale, invitation] = await Promise.all([
    getTranslations("membership.invitation"),
    getLocale(),
    opened(token),
  ]);
  if (!invitation) {
    return (
      <>
        <PageHead title={t("goneTitle")}>{t("gone", { days: invitationDays })}</PageHead>
        <div className="actions pt-2">
          <ButtonLink href="/sign-in">{t("signIn")}</ButtonLink>
        </div>
      </>
    );
  }
  const { organization, addressedTo: address, expiresAt, fits } = invitation;
  const name = organization.name[locale];
  return (
    <>
      <PageHead title={t("title", { organization: name })}>
        {t("lede", { address, day: longDay(new Date(expiresAt), locale) })}
      </PageHead>
      <div className="grid max-w-[64ch] gap-4">
        <p>{t("means")}</p>
        {fits === "another" ? (
          <>
            <p className="notice notice-amber">{t("another")}</p>
            <div className="actions">
              <SignOut />
            </div>
          </>
        ) : (
          <>
            {fits === "nobodySignedIn" && <p>{t("mail")}</p>}
            <NeedsScript what="buttons" />
            <ProvideMessages of={["membership.invitation", "stances"]}>
              <AcceptInvitation token={token} organization={name} address={address} outbox={await isDemonstration()} />
            </ProvideMessages>
          </>
        )}
      </div>
    </>
  );
}
