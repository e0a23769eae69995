import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { Filing } from "@/lib/briefings/schema.updates";
import { FilingRows } from "./filing-rows";

type OrganizationUpdatesProps = { updates: { items: Filing[]; total: number } | null };

/** What an organization told the others before meetings, the last few times. */
export function OrganizationUpdates({ updates }: OrganizationUpdatesProps) {
  const t = useTranslations("agendaDesk.updates");
  if (!updates || updates.total === 0) return null;
  return (
    <Section title={t("ofOrganization")} count={updates.total} id="updates" className="mt-10">
      <FilingRows filings={updates.items} by="briefing" />
    </Section>
  );
}
