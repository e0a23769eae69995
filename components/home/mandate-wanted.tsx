import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink } from "@/components/ui/link";
import type { OrganizationTasks } from "@/lib/home/schema";
import { AskButton } from "./ask-button";

type MandateWantedProps = {
  organization: OrganizationTasks["organization"];
  mandate: NonNullable<OrganizationTasks["mandate"]>;
};

/** For somebody who may not draft yet: who can give them a mandate, and the way to ask for one. */
export function MandateWanted({ organization, mandate: { givers, self, requestedAt } }: MandateWantedProps) {
  const t = useTranslations("home.tasks.mandate");
  const noAnswer = useTranslations("home.tasks")("noAnswer");
  const format = useFormatter();
  const locale = useLocale();
  const { slug } = organization;
  const cannot = t("cannot", { organization: organization.name[locale] });
  if (self) {
    return (
      <EmptyState action={<ButtonLink href={`/organizations/${slug}/mandates`}>{t("enter")}</ButtonLink>}>
        {cannot} {t("self")}
      </EmptyState>
    );
  }
  if (givers.length === 0) {
    return (
      <EmptyState action={<ButtonLink href={`/organizations/${slug}/recovery`}>{t("recovery")}</ButtonLink>}>
        {cannot} {t("nobody")}
      </EmptyState>
    );
  }
  const names = givers.flatMap((it) => it ?? []);
  const who = names.length > 0 ? t("givers", { names: format.list(names), count: names.length }) : t("unnamed");
  const people = <ButtonLink href={`/organizations/${slug}/people`}>{t("people")}</ButtonLink>;
  const ask = { what: "mandate" as const, organization: slug, label: t("ask"), sent: t("sent"), noAnswer };
  return (
    <EmptyState action={requestedAt ? people : <AskButton {...ask} primary />}>
      {cannot} {who} {requestedAt && t("requestedOn", { day: longDay(new Date(requestedAt), locale) })}
    </EmptyState>
  );
}
