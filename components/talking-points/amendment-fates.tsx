import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Amendment } from "@/lib/talking-points/schema.amendments";
import { amendmentHref } from "./talking-point-href";

type AmendmentFatesProps = {
  amendments: readonly Amendment[];
  version: number;
  point: string;
  /** Under another heading, behind a line to open. */
  folded?: boolean;
};

/** What became of every amendment in a version that was made from them: printed with it, as long as it can be read. */
export function AmendmentFates({ amendments, version, folded = false }: AmendmentFatesProps) {
  const t = useTranslations("amendments.fates");
  const fates = useTranslations("amendments.fate");
  const locale = useLocale();
  const told = amendments.flatMap((it) => {
    const fate = it.fates.find((one) => one.version === version)?.fate;
    return fate ? [{ it, fate }] : [];
  });
  if (told.length === 0) return null;
  const list = (
    <ul className="grid gap-1">
      {told.map(({ it, fate }) => {
        const summary = pickLanguage(it.summary, locale);
        return (
          <li key={it.id}>
            <Link href={amendmentHref(it)} lang={summary?.lang}>
              {t("by", { organization: it.organization.name[locale], summary: summary?.text ?? "" })}
            </Link>{" "}
            <span className="text-ink-2">{fates(fate, { version })}</span>
          </li>
        );
      })}
    </ul>
  );
  if (folded)
    return (
      <details className="text-small">
        <summary className="min-h-6 cursor-pointer content-center font-semibold text-pen">{t("title")}</summary>
        {list}
      </details>
    );
  return (
    <Section title={t("title")} id="amendments" className="mt-8">
      <p className="text-ink-2">{t("lede", { number: version })}</p>
      {list}
    </Section>
  );
}
