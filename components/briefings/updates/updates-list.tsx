import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink, Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { updatesHref } from "../agenda/agenda-href";
import { FilingRows } from "./filing-rows";
import type { UpdatesFacts } from "./load-updates";

type UpdatesListProps = { updates: UpdatesFacts; place: "section" | "page" };

/** What organizations filed, and from the page of the meeting the way to file more. */
export function UpdatesList({ updates: { items, total, briefing, viewer }, place }: UpdatesListProps) {
  const t = useTranslations("agendaDesk.updates");
  const here = updatesHref(briefing.slug);
  return (
    <Section title={t(place === "page" ? "listed" : "title")} id="updates" count={total || undefined} className="mt-8">
      {items.length > 0 ? <FilingRows filings={items} by="organization" /> : <EmptyState>{t("none")}</EmptyState>}
      {place === "section" && (
        <p className="no-print flex flex-wrap gap-4 pt-3">
          {viewer.filesFor.length > 0 && <ButtonLink href={here}>{t("link")}</ButtonLink>}
          {total > items.length && <Link href={here}>{t("all")}</Link>}
        </p>
      )}
    </Section>
  );
}
