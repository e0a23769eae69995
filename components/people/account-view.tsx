import { getLocale, getTranslations } from "next-intl/server";
import { CodeChip } from "@/components/ui/code-chip";
import { Facts } from "@/components/ui/facts";
import { ButtonLink, Link } from "@/components/ui/link";
import { longDay, timeOfDay } from "@/components/ui/moment";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import type { Me } from "@/lib/people/schema";
import { MandateTable } from "./mandate-table";
import { ProfileSection } from "./profile-section";
import { SignOut } from "./sign-out";

/** Who one is here, for whom one may act, and on whose authority. */
export async function AccountView({ me }: { me: Me }) {
  const t = await getTranslations("people.account");
  const access = await getTranslations("access.passkeys");
  const locale = await getLocale();
  const { person, organizations, mandates } = me;
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
            <SignOut />
          </>
        }
      />
      <Facts
        facts={[
          [t("email"), person.email],
          [t("part"), part],
          [
            t("session"),
            begun &&
              t("sessionText", {
                day: longDay(begun, locale),
                time: timeOfDay(begun, locale),
                endDay: longDay(ends, locale),
                endTime: timeOfDay(ends, locale),
              }),
          ],
        ]}
      />
      <ProfileSection person={person} />
      <Section title={t("organizations", { count: Math.max(1, organizations.length) })}>
        {organizations.length === 0 && <p className="pt-3">{t("noOrganization")}</p>}
        <ul className="rows">
          {organizations.map(({ slug, code, name, status, convener }) => (
            <li key={slug} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-3">
                <CodeChip code={code} name={name[locale]} />
                <Link href={`/organizations/${slug}`}>{name[locale]}</Link>
              </span>
              <Stamp>{t(`status.${status}`)}</Stamp>
              {convener && <Stamp kind="pen">{t("convener")}</Stamp>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("mandates")} count={mandates.length}>
        <p className="max-w-[72ch] pt-3 text-ink-2">{mandates.length > 0 ? t("mandatesHint") : t("noMandate")}</p>
        {mandates.length > 0 && (
          <div className="pt-3">
            <MandateTable mandates={mandates} />
          </div>
        )}
      </Section>
    </>
  );
}
