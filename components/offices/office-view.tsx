import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Facts } from "@/components/ui/facts";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import { noonOf } from "@/lib/platform/time/noon-of";
import { CheckTitle } from "./check-title";
import { CloseOffice } from "./close-office";
import { HoldersSection } from "./holders-section";
import type { OfficeFacts } from "./load-offices";
import { OfficeForm } from "./office-form";
import { here, officeHref } from "./office-href";

/** One office: what it is called and does, whether a second person checked that, who holds it, and what can be done about it. */
export function OfficeView({ facts }: { facts: OfficeFacts }) {
  const t = useTranslations("offices.page");
  const list = useTranslations("offices.list");
  const form = useTranslations("offices.form");
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  const { office, writer, writing, institutions } = facts;
  const { slug, title, institutionName, version, closedOn, viewer } = office;
  return (
    <ProvideMessages of={["accounts.reauthenticate", "offices"]}>
      <Breadcrumb steps={[{ label: list("title"), href: here }]} />
      <PageHead
        over={institutionName[locale]}
        title={title[locale]}
        other={{ lang: other, text: title[other] }}
        marks={closedOn && <Stamp kind="plain">{list("closed")}</Stamp>}
        actions={
          viewer.mayWrite && !writing && <ButtonLink href={`${officeHref(slug)}?write=1`}>{t("change")}</ButtonLink>
        }
      />
      {closedOn && <p className="pt-3">{t("closedOn", { day: longDay(noonOf(closedOn), locale) })}</p>}
      {viewer.mayWrite && <NeedsScript what="form" />}
      {writing ? (
        <Section title={form("editTitle")} id="write">
          <div className="pt-4">
            <OfficeForm office={office} writer={writer} institutions={institutions} />
          </div>
        </Section>
      ) : (
        <About facts={facts} />
      )}
      <HoldersSection office={office} writer={writer} />
      {viewer.mayClose && (
        <div className="no-print pt-6">
          <CloseOffice slug={slug} version={version} commitNow={viewer.commitNow} />
        </div>
      )}
    </ProvideMessages>
  );
}

function About({ facts: { office, organizations } }: { facts: OfficeFacts }) {
  const t = useTranslations("offices.page");
  const locale = useLocale();
  const { slug, version, institutionName, function: work, contactAddress, checked, viewer } = office;
  const said = checked
    ? t("checked", { organization: checked.by.name[locale], day: longDay(noonOf(checked.on), locale) })
    : t(viewer.wroteTitle && viewer.mayWrite ? "yours" : "unchecked");
  return (
    <div className="grid gap-4 pt-4">
      <Facts
        facts={[
          [t("institution"), institutionName[locale]],
          [t("function"), work[locale]],
          [t("contact"), contactAddress ?? <span className="text-ink-2">{t("noContact")}</span>],
          [t("checkedTitle"), said],
        ]}
      />
      {viewer.mayCheck && <CheckTitle slug={slug} version={version} organizations={organizations} />}
    </div>
  );
}
