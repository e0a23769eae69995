import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Facts } from "@/components/ui/facts";
import { lastDay, longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import type { Convener } from "@/lib/organizations/schema.convener";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { HandoverForm } from "./handover-form";
import { NameConvenersForm } from "./name-conveners-form";
import { OfferNotice } from "./offer-notice";

/** Who convenes, since when and for what; who did before; and how the term goes on, for those it concerns. */
export function ConvenerView({ convener }: { convener: Convener }) {
  const t = useTranslations("organizations.term");
  const organizations = useTranslations("organizations");
  const locale = useLocale();
  const { current, past, offers, handover, nameable, needsFreshSignIn } = convener;
  const day = (at: string) => longDay(new Date(at), locale);
  return (
    <>
      <Breadcrumb steps={[{ label: organizations("title"), href: "/organizations" }]} />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      {offers.length > 0 && (
        <ProvideMessages
          of={["accounts.reauthenticate", "membership.apply", "membership.status", "organizations.term"]}
        >
          <div className="grid gap-4 pb-4">
            {offers.map((offer) => (
              <OfferNotice key={offer.id} offer={offer} again={needsFreshSignIn} />
            ))}
          </div>
        </ProvideMessages>
      )}
      <Section title={t("now")}>
        {current ? <Current current={current} /> : <p className="pt-4">{t("nobody")}</p>}
      </Section>
      {current && handover && !offers.some((it) => it.mayWithdraw) && (
        <Section title={t("handover")}>
          <p className="max-w-[64ch] py-4">{t("handoverText")}</p>
          <NeedsScript what="form" />
          <ProvideMessages
            of={["accounts.reauthenticate", "membership.apply", "membership.status", "organizations.term"]}
          >
            <HandoverForm handover={handover} again={needsFreshSignIn} />
          </ProvideMessages>
        </Section>
      )}
      {nameable && (
        <Section title={t("name")}>
          <p className="max-w-[64ch] py-4">{t("nameText")}</p>
          <ProvideMessages
            of={["accounts.reauthenticate", "membership.apply", "membership.status", "organizations.term"]}
          >
            <NameConvenersForm people={nameable} again={needsFreshSignIn} />
          </ProvideMessages>
        </Section>
      )}
      <Section title={t("past")} count={past.length}>
        {past.length === 0 && <p className="pt-4 text-ink-2">{t("pastNone")}</p>}
        <ul className="rows">
          {past.map((term) => (
            <li key={term.since} className="grid gap-0.5">
              <p>
                <Link href={`/organizations/${term.organization.slug}`} className="font-semibold">
                  {term.organization.name[locale]}
                </Link>{" "}
                <span className="text-ink-2">
                  {term.until && t("term", { since: day(term.since), until: day(term.until) })}
                </span>
              </p>
              <Scope scope={term.scope} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Scope({ scope }: { scope: { en: string; fr: string } }) {
  const scopeText = pickLanguage(scope, useLocale());
  return scopeText && <p lang={scopeText.lang}>{scopeText.text}</p>;
}

function Current({ current }: { current: NonNullable<Convener["current"]> }) {
  const t = useTranslations("organizations.term");
  const organizations = useTranslations("organizations");
  const rapporteurs = useTranslations("briefings.rapporteurs");
  const locale = useLocale();
  const { organization, since, until, scope, persons, own } = current;
  const names = (persons ?? []).map((it) => it.name ?? organizations("unnamed"));
  const facts = [
    [t("since"), longDay(new Date(since), locale)],
    [t("until"), until ? lastDay(new Date(until), locale) : t("open")],
    [t("scope"), pickLanguage(scope, locale) ? <Scope key="scope" scope={scope} /> : t("scopeNone")],
    [t("persons"), persons && new Intl.ListFormat(locale).format(names)],
  ] as const;
  return (
    <div className="grid max-w-[720px] gap-3 pt-4">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-h3">
        <Link href={`/organizations/${organization.slug}`} className="font-semibold">
          {organization.name[locale]}
        </Link>
        {own && <Stamp kind="pen">{organizations("yours")}</Stamp>}
      </p>
      <Facts facts={facts} />
      {persons && (
        <p className="text-small text-ink-3">
          {t("personsHint")} <Link href="/people/rapporteurs">{rapporteurs("link")}</Link>
        </p>
      )}
      {own && <p className="notice notice-amber max-w-[64ch]">{t("interest")}</p>}
    </div>
  );
}
