import { useFormatter, useLocale, useTranslations } from "next-intl";

type Name = { slug: string; name: { en: string; fr: string } };

/** Who shares a reservation. */
export function JoinedNames({ names }: { names: readonly Name[] }) {
  const t = useTranslations("talkingPoints.notes");
  const format = useFormatter();
  const locale = useLocale();
  if (names.length === 0) return null;
  return <p className="text-ink-2">{t("joinedBy", { names: format.list(names.map(({ name }) => name[locale])) })}</p>;
}
