import { useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Section } from "@/components/ui/section";
import { ChangeList } from "./change-list";
import type { MandatesFacts } from "./load-mandates";

type ChangeSectionProps = Pick<MandatesFacts, "organization" | "changes" | "viewer">;

/** Where two sign: what waits for the second of them. Nothing where nothing waits. */
export function ChangeSection({ organization, changes, viewer }: ChangeSectionProps) {
  const t = useTranslations("mandates.changes");
  if (changes.length === 0) return null;
  return (
    <Section title={t("section")} count={changes.length}>
      <p className="max-w-[64ch] py-3 text-ink-2">{t("lede")}</p>
      <ProvideMessages of={["accounts.reauthenticate", "mandates", "stances", "codes"]}>
        <ChangeList slug={organization.slug} changes={changes} commitNow={viewer.commitNow} />
      </ProvideMessages>
    </Section>
  );
}
