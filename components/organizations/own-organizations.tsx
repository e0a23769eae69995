import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { LeaveOrganization } from "@/components/organizations/leave-organization";
import { CodeChip } from "@/components/ui/code-chip";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import type { Me } from "@/lib/accounts/schema";

/** The organizations one acts for: their people, their mandates, and the way out of each. */
export function OwnOrganizations({ me: { person, organizations } }: { me: Me }) {
  const t = useTranslations("accounts.account");
  const acting = useTranslations("accounts.own");
  const locale = useLocale();
  return (
    <Section title={t("organizations", { count: Math.max(1, organizations.length) })}>
      {organizations.length === 0 && <p className="pt-3">{t("noOrganization")}</p>}
      <ul className="rows">
        {organizations.map(({ slug, code, name, status, convener }) => (
          <li key={slug} className="grid gap-2">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-3">
                <CodeChip code={code} name={name[locale]} />
                <Link href={`/organizations/${slug}`}>{name[locale]}</Link>
              </span>
              <Stamp>{t(`status.${status}`)}</Stamp>
              {convener && <Stamp kind="pen">{t("convener")}</Stamp>}
            </span>
            {(status === "member" || status === "observer") && (
              <>
                <span className="flex flex-wrap gap-x-4">
                  <Link href={`/organizations/${slug}/people`} aria-label={`${acting("people")}, ${name[locale]}`}>
                    {acting("people")}
                  </Link>
                  <Link href={`/organizations/${slug}/mandates`} aria-label={`${acting("mandates")}, ${name[locale]}`}>
                    {acting("mandates")}
                  </Link>
                </span>
                <ProvideMessages of={["membership.lastSignatory", "membership.leave", "stances"]}>
                  <LeaveOrganization slug={slug} id={person.id} organization={name[locale]} convener={convener} />
                </ProvideMessages>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
