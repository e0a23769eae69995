import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { longDay } from "@/components/ui/format-moment";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { RecoveryState } from "@/lib/mandates/schema.recovery";
import { BeginRecoverySection } from "./begin-recovery-section";
import { RecoveryNotice } from "./recovery-notice";

/** Whether enough people sign for an organization, and what is done where not. */
export function RecoveryView({ state, self }: { state: RecoveryState; self: string }) {
  const t = useTranslations("mandates.recovery");
  const organizations = useTranslations("organizations");
  const locale = useLocale();
  const { organization, missing, needed, current, past, contact, viewer } = state;
  const name = organization.name[locale];
  const { slug } = organization;
  return (
    <>
      <Breadcrumb
        steps={[
          { label: organizations("title"), href: "/organizations" },
          { label: name, href: `/organizations/${slug}` },
        ]}
      />
      <PageHead title={t("title")} over={name}>
        {missing ? t("lede.missing", { name, needed }) : t("lede.enough", { name })}
      </PageHead>
      <NeedsScript what="buttons" />
      {current && (
        <Section title={t("current")}>
          <div className="pt-4">
            <ProvideMessages of={["accounts.reauthenticate", "mandates", "stances"]}>
              <RecoveryNotice slug={slug} recovery={current} commitNow={viewer.commitNow} />
            </ProvideMessages>
          </div>
        </Section>
      )}
      {missing && (
        <Section title={t("how")}>
          <div className="grid max-w-[64ch] gap-2 pt-3">
            <p>{t("howText")}</p>
            <p>{t("howOther")}</p>
            {contact && <p>{contact.self ? t("contactSelf") : contact.name && t("contact", { name: contact.name })}</p>}
          </div>
        </Section>
      )}
      <BeginRecoverySection state={state} self={self} />
      {past.length > 0 && (
        <Section title={t("past")} count={past.length}>
          <ul className="rows">
            {past.map(({ id, state: outcome, endedAt, about }) => (
              <li key={id}>
                {about?.nominee && <span className="font-semibold">{about.nominee} </span>}
                {t("pastText", { state: outcome, day: longDay(new Date(endedAt ?? 0), locale) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
