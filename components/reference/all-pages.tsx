import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { signInHref } from "@/lib/platform/i18n/sign-in-href";

type PageLink = { href: string; label: string };

type PageLinksProps = {
  title: string;
  links: readonly PageLink[];
  /** The longest list has the second column to itself. */
  startsColumn?: boolean | undefined;
};

function PageLinks({ title, links: places, startsColumn }: PageLinksProps) {
  return (
    <Section title={title} className={startsColumn ? "md:break-before-column" : "break-inside-avoid"}>
      <ul>
        {places.map(({ href, label }) => (
          <li key={href} className="border-b border-rule">
            <Link href={href} className="flex min-h-11 items-center">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Every place there is, by what it is about. */
export function AllPages({ signedIn, administrator }: { signedIn: boolean; administrator: boolean }) {
  const t = useTranslations("reference");
  const locale = useLocale();
  const people = useTranslations("accounts");
  const rapporteurs = useTranslations("briefings.rapporteurs");
  const access = useTranslations("accounts.email");
  const accounts = useTranslations("accounts.passkeys");
  const administration = useTranslations("network");
  const closingDays = useTranslations("closingDays");
  const library = useTranslations("library");
  const briefings = useTranslations("briefings");
  const report = useTranslations("report");
  const dilemmasText = useTranslations("propositions.dilemmas");
  const acting = useTranslations("accounts.welcome");
  const membership = useTranslations("membership.directory");
  const imports = useTranslations("positions.import");
  const admission = useTranslations("organizations.term");
  const applyText = useTranslations("membership.apply");
  const studies = useTranslations("studies");
  const proposals = useTranslations("proposals");
  const own = [
    { href: "/account", label: t("more.account") },
    { href: "/welcome", label: acting("title") },
    { href: "/people", label: membership("title") },
    { href: "/people/rapporteurs", label: rapporteurs("title") },
    { href: "/network/closing-days", label: closingDays("title") },
    { href: "/account/sessions", label: people("sessions.title") },
    { href: "/account/email", label: access("title") },
    { href: "/account/passkeys", label: accounts("title") },
    { href: "/account/tokens", label: t("more.tokens") },
    ...(administrator ? [{ href: "/administration", label: administration("title") }] : []),
    { href: "/positions/import", label: imports("title") },
    { href: "/propositions/proposals", label: proposals("list.title") },
    { href: "/propositions/propose", label: proposals("form.title") },
  ];
  return (
    <>
      <PageHead title={t("more.title")}>{t("more.lede")}</PageHead>
      <div className="gap-x-14 md:columns-2">
        <PageLinks
          title={t("more.network")}
          links={[
            { href: "/", label: t("more.home") },
            { href: "/positions", label: t("more.positions") },
            ...(signedIn ? [{ href: "/briefings", label: briefings("list.title") }] : []),
            { href: "/agreement", label: t("more.agreement") },
            { href: "/studies", label: studies("title") },
            { href: "/organizations", label: t("more.organizations") },
            { href: "/organizations/convener", label: admission("link") },
            { href: "/organizations/apply", label: applyText("link") },
          ]}
        />
        <PageLinks
          title={t("more.you")}
          links={signedIn ? own : [{ href: signInHref(locale, "/more"), label: t("more.signIn") }]}
        />
        <PageLinks
          title={t("more.concerted")}
          links={[
            { href: "/privacy", label: t("privacy.title") },
            { href: "/accessibility", label: t("accessibility.title") },
            { href: "/reference", label: t("api.title") },
          ]}
        />
        <PageLinks
          startsColumn
          title={t("more.report")}
          links={[
            { href: "/briefings/recommendations", label: report("agenda.title") },
            { href: "/library", label: library("title") },
            { href: "/timeline", label: report("timeline.title") },
            { href: "/dilemmas", label: dilemmasText("title") },
            { href: "/people-and-bodies", label: report("actors.title") },
            { href: "/glossary", label: library("glossary.title") },
            { href: "/errata", label: report("errata.title") },
            { href: "/library/about", label: report("about.title") },
          ]}
        />
      </div>
    </>
  );
}
