import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { Agenda } from "@/lib/briefings/schema.agenda";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { ItemTitle } from "./item-title";

/** Who raises each item of the meeting, and who answers: read by the caucus, and on no page that a meeting is led from. */
export function CaucusRoles({ agenda }: { agenda: Agenda }) {
  const t = useTranslations("agendaDesk");
  const locale = useLocale();
  if (agenda.items.length === 0) return null;
  const title = pickLanguage(agenda.briefing.title, locale)?.text ?? t("untitled");
  const nobody = <span className="text-ink-3">{t("caucus.nobody")}</span>;
  return (
    <Section title={t("caucus.title")} id="caucus" className="mt-8">
      <p className="py-3 text-ink-2">{t("caucus.lede")}</p>
      <Table
        caption={t("caucus.of", { title })}
        rows={agenda.items}
        rowKey={(it) => it.id}
        columns={[
          { key: "item", label: t("caucus.item"), head: true, cell: (it) => <ItemTitle item={it} /> },
          {
            key: "raises",
            label: t("caucus.raises"),
            cell: (it) => it.caucus?.raises?.name[locale] ?? nobody,
          },
          {
            key: "answers",
            label: t("caucus.answers"),
            cell: (it) => it.caucus?.answers.map(({ name }) => name[locale]).join(", ") || nobody,
          },
        ]}
      />
    </Section>
  );
}
