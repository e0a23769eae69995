import { useLocale, useTranslations } from "next-intl";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Section } from "@/components/ui/section";
import type { RecoveryState } from "@/lib/mandates/schema.recovery";
import { BeginRecoveryForm } from "./begin-recovery-form";

/** Where the reader can begin: as the contact for any of its people, or for themselves. */
export function BeginRecoverySection({ state, self }: { state: RecoveryState; self: string }) {
  const t = useTranslations("mandates.recovery");
  const locale = useLocale();
  const { organization, viewer } = state;
  const name = organization.name[locale];
  if (!viewer.mayBegin) return null;
  const alone = viewer.mayBegin === "candidate";
  return (
    <Section title={t(alone ? "beginSelf" : "begin")} className="no-print">
      <div className="grid max-w-[640px] gap-5 pt-3">
        <p className="text-ink-2">{t(alone ? "beginSelfText" : "beginText", { name })}</p>
        <ProvideMessages of={["accounts.reauthenticate", "mandates", "stances"]}>
          {viewer.commitNow ? (
            <BeginRecoveryForm slug={organization.slug} nominees={viewer.nominees} self={self} />
          ) : (
            <Reauthenticate />
          )}
        </ProvideMessages>
      </div>
    </Section>
  );
}
