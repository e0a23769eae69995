import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { CornerDownRight, MessageSquareQuote } from "@/components/ui/icons";
import { ButtonLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { ConveningTasks } from "@/lib/home/schema";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

/** Sentences that wait for the convener, the first to be proposed first. Nothing where nothing waits. */
export function ProposalTasks({ proposals: { total, items } }: Pick<ConveningTasks, "proposals">) {
  const t = useTranslations("proposals.list");
  const locale = useLocale();
  if (total === 0) return null;
  return (
    <Section title={t("waitingTitle")} count={total}>
      <ul>
        {items.map(({ key, id, title, organization, proposedAt }) => {
          const name = pickLanguage(title, locale);
          const day = proposedAt ? longDay(new Date(proposedAt), locale) : "";
          const verb = t("decide");
          return (
            <li
              key={key}
              className="grid gap-x-6 gap-y-2 border-b border-rule py-4 break-inside-avoid md:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div className="grid min-w-0 gap-0.5">
                <h3 className="grid grid-cols-[16px_minmax(0,1fr)] items-center gap-2">
                  <MessageSquareQuote />
                  <span {...(name && { lang: name.lang })}>{name?.text ?? t("untitled")}</span>
                </h3>
                <p className="grid grid-cols-[16px_minmax(0,1fr)] gap-2 pt-0.5 text-small text-ink-3">
                  <CornerDownRight className="mt-0.5" />
                  <span>{t("waiting", { organization: organization.short[locale], day })}</span>
                </p>
              </div>
              <div className="grid pt-1 md:block md:pt-0">
                <ButtonLink
                  href={`/propositions/proposals/${id}`}
                  aria-label={t("about", { verb, title: name?.text ?? t("untitled") })}
                >
                  {verb}
                </ButtonLink>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
