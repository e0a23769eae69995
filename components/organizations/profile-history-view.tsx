import { useLocale, useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import type { ProfileVersion as Text } from "@/lib/organizations/schema.profile-history";
import { ChangedFields, WholeVersion } from "./profile-version-fields";

type ProfileHistoryViewProps = { organization: OrganizationDetail; texts: readonly Text[] };

/** What an organization said of itself before it said something else, the latest first. */
export function ProfileHistoryView({ organization, texts }: ProfileHistoryViewProps) {
  const t = useTranslations("organizations.profileHistory");
  const organizations = useTranslations("organizations");
  const locale = useLocale();
  const name = organization.name[locale];
  const path = `/organizations/${organization.slug}`;
  return (
    <>
      <Breadcrumb
        steps={[
          { label: organizations("title"), href: "/organizations" },
          { label: name, href: path },
        ]}
      />
      <PageHead title={t("title")} over={name}>
        {t("lede", { name })}
      </PageHead>
      {texts.length === 0 && (
        <EmptyState action={<ButtonLink href={path}>{t("toOrganization")}</ButtonLink>}>
          {t("empty", { name })}
        </EmptyState>
      )}
      {texts.map((text, at) => (
        <ProfileVersionSection key={text.version} text={text} after={texts[at - 1] ?? organization} />
      ))}
    </>
  );
}

function ProfileVersionSection({ text, after }: { text: Text; after: Text | OrganizationDetail }) {
  const t = useTranslations("organizations.profileHistory");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const moment = (iso: string) => `${longDay(new Date(iso), locale)}, ${timeOfDay(new Date(iso))}`;
  const { version, since, until, changedBy } = text;
  const stood = since
    ? t("stood", { since: moment(since), until: moment(until) })
    : t("stoodFirst", { until: moment(until) });
  return (
    <Section title={t("version", { version })} count={stood} className="break-inside-avoid">
      <div className="grid max-w-[72ch] gap-4 pt-3">
        <h3 className="text-table font-semibold">
          {t("changed")}{" "}
          {changedBy && <span className="font-normal text-ink-2">{t("changedBy", { person: changedBy })}</span>}
        </h3>
        <ChangedFields before={text} after={after} />
        <WholeVersion text={text} />
      </div>
    </Section>
  );
}
