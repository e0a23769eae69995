import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import type { RecoveryState } from "@/lib/mandates/schema.recovery";

/** On an organization's page, for the network: that too few sign for it, and how far it is from being put right. */
export function SigningPanel({ state }: { state: RecoveryState | null }) {
  const t = useTranslations("mandates.recovery");
  const locale = useLocale();
  if (!state?.missing) return null;
  const { current, needed, organization } = state;
  return (
    <section className="notice notice-amber mb-4 grid max-w-[720px] gap-1">
      <h2 className="font-semibold text-h3">{t("panel")}</h2>
      <p>{t("panelText", { needed })}</p>
      {current?.effectiveAt && <p>{t("panelAnnounced", { day: longDay(new Date(current.effectiveAt), locale) })}</p>}
      {current && !current.effectiveAt && <p>{t("panelRequested")}</p>}
      <p>
        <Link href={`/organizations/${organization.slug}/recovery`}>{t("panelLink")}</Link>
      </p>
    </section>
  );
}
