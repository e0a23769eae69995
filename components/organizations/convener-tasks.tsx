import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { longDay } from "@/components/ui/format-moment";
import { CornerDownRight, DoorOpen, Gavel, KeyRound } from "@/components/ui/icons";
import { ButtonLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { ConveningTasks } from "@/lib/home/schema";

type ConvenerTasksProps = Pick<ConveningTasks, "applications" | "offers" | "recoveries">;

/** What waits for those who convene, and for those who are asked to. Nothing where nothing waits. */
export function ConvenerTasks({ applications, offers, recoveries }: ConvenerTasksProps) {
  const t = useTranslations("membership.applications");
  const term = useTranslations("organizations.term");
  const recovery = useTranslations("mandates.recovery");
  const locale = useLocale();
  const total = applications.total + offers.total + recoveries.total;
  if (total === 0) return null;
  return (
    <Section title={t("waitingTitle")} count={total}>
      <ul>
        {offers.items.map((it) => (
          <ConvenerTask
            key={it.key}
            icon={<Gavel />}
            title={term("waiting", { name: it.to.name[locale] })}
            why={`${it.from.name[locale]}, ${longDay(new Date(it.offeredAt), locale)}`}
            verb={term("answer")}
            href="/organizations/convener"
          />
        ))}
        {recoveries.items.map((it) => (
          <ConvenerTask
            key={it.key}
            icon={<KeyRound />}
            title={recovery("task", { name: it.organization.name[locale] })}
            why={recovery("taskWhy", { day: longDay(new Date(it.askedAt), locale) })}
            verb={recovery("taskVerb")}
            href={`/organizations/${it.organization.slug}/recovery`}
          />
        ))}
        {applications.items.map((it) => (
          <ConvenerTask
            key={it.key}
            icon={<DoorOpen />}
            title={it.name[locale]}
            why={t(it.returning ? "returned" : "applied", { day: longDay(new Date(it.at), locale) })}
            verb={t("decide")}
            href={`/organizations/${it.slug}/admission`}
          />
        ))}
      </ul>
    </Section>
  );
}

type ConvenerTaskProps = { icon: ReactNode; title: string; why: string; verb: string; href: string };

function ConvenerTask({ icon, title, why, verb, href }: ConvenerTaskProps) {
  const t = useTranslations("membership.applications");
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-rule py-4 break-inside-avoid md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-0.5">
        <h3 className="grid grid-cols-[16px_minmax(0,1fr)] items-center gap-2">
          {icon}
          <bdi>{title}</bdi>
        </h3>
        <p className="grid grid-cols-[16px_minmax(0,1fr)] gap-2 pt-0.5 text-small text-ink-3">
          <CornerDownRight className="mt-0.5" />
          <span>{why}</span>
        </p>
      </div>
      <div className="grid pt-1 md:block md:pt-0">
        <ButtonLink href={href} aria-label={t("about", { verb, name: title })}>
          {verb}
        </ButtonLink>
      </div>
    </li>
  );
}
