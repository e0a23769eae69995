import { getLocale, getTranslations } from "next-intl/server";
import type { Poll, PollRow } from "@/lib/briefings/schema.dates";
import { compareIn } from "@/lib/platform/i18n/collation";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

/** Who was asked, by name in the reader's language, with what is said under the name. */
export async function getShownRows({ organizations, offices }: Pick<Poll, "organizations" | "offices">) {
  const [t, locale] = await Promise.all([getTranslations("briefingDates"), getLocale()]);
  const compare = compareIn(locale);
  const under = ({ noneWorks, enteredByHost, source }: PollRow) => {
    const from = enteredByHost ? (source && pickLanguage(source, locale)?.text) || t("byHost") : null;
    return [noneWorks && t("noneWorks"), from].filter(Boolean).join("; ") || null;
  };
  const toRow = (row: PollRow, key: string, name: string) => ({
    ...{ key, name, under: under(row), answers: row.answers, note: row.note, version: row.version },
    complete: row.complete,
    links: row.links ?? [],
  });
  return {
    organizations: organizations
      .map((it) => toRow(it, it.organization.slug, it.organization.short[locale] || it.organization.name[locale]))
      .sort((a, b) => compare(a.name, b.name)),
    offices: offices.map((it) => toRow(it, it.office.slug, it.office.title[locale])),
    /** What the offices say of a date together: the worst of it, and undefined where none is asked. */
    findOfficeAnswer: (id: string) => {
      if (offices.length === 0) return undefined;
      const said = offices.map((it) => it.answers[id] ?? null);
      return (["no", null, "if_need_be", "yes"] as const).find((it) => said.includes(it)) ?? null;
    },
  };
}
