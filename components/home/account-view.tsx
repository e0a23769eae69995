import { getLocale, getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/facts";
import { longDay } from "@/components/ui/format-moment";
import { getTimeOfDay } from "@/components/ui/get-time-of-day";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { Me } from "@/lib/accounts/schema";
import type { PersonalView } from "@/lib/positions/schema.views";
import { ProfileSection } from "../accounts/profile-section";
import { SignOut } from "../accounts/sign-out";
import { OwnMandatesTable } from "../mandates/own-mandates-table";
import { OwnOrganizations } from "../organizations/own-organizations";
import { PersonalViews } from "../positions/personal-views";

/** Who one is here, for whom one may act, and on whose authority. */
export async function AccountView({ me, views }: { me: Me; views: readonly PersonalView[] }) {
  const t = await getTranslations("accounts.account");
  const access = await getTranslations("accounts.passkeys");
  const email = await getTranslations("accounts.email");
  const calendar = await getTranslations("calendar.feed");
  const locale = await getLocale();
  const timeOfDay = await getTimeOfDay();
  const { person, mandates } = me;
  const [begun, ends] = [me.access.beganAt ? new Date(me.access.beganAt) : null, new Date(me.access.expiresAt)];
  const part = person.administrator ? t("administrator") : person.guest ? t("guest") : null;
  return (
    <>
      <PageHead
        title={t("title")}
        actions={
          <>
            <ButtonLink href="/account/sessions">{t("sessions")}</ButtonLink>
            <ButtonLink href="/account/passkeys">{access("title")}</ButtonLink>
            <ButtonLink href="/account/tokens">{t("tokens")}</ButtonLink>
            <ButtonLink href="/account/calendar">{calendar("title")}</ButtonLink>
            <SignOut />
          </>
        }
      />
      <Facts
        facts={[
          [
            t("email"),
            <span key="email" className="flex flex-wrap gap-x-4">
              <span className="[overflow-wrap:anywhere]">{person.email}</span>
              <Link href="/account/email">{email("change")}</Link>
            </span>,
          ],
          [t("part"), part],
          [
            t("session"),
            begun &&
              t("sessionText", {
                day: longDay(begun, locale),
                time: timeOfDay(begun),
                endDay: longDay(ends, locale),
                endTime: timeOfDay(ends),
              }),
          ],
        ]}
      />
      <ProfileSection person={person} />
      <OwnOrganizations me={me} />
      <Section title={t("mandates")} count={mandates.length}>
        <p className="max-w-[72ch] pt-3 text-ink-2">{mandates.length > 0 ? t("mandatesHint") : t("noMandate")}</p>
        {mandates.length > 0 && (
          <div className="pt-3">
            <OwnMandatesTable mandates={mandates} />
          </div>
        )}
      </Section>
      <PersonalViews views={views} />
    </>
  );
}
