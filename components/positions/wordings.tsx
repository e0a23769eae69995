import { useLocale, useTranslations } from "next-intl";
import { Diff } from "@/components/ui/diff";
import { longDay } from "@/components/ui/format-moment";
import { Section } from "@/components/ui/section";
import type { Wording } from "@/lib/propositions/schema";

type ChangeProps = { before: Pick<Wording, "statement">; after: Pick<Wording, "statement"> };

/** What changed from one wording to the next, in both languages. */
export function WordingChange({ before, after }: ChangeProps) {
  const t = useTranslations("positions.wordings");
  return (["en", "fr"] as const).map((lang) => (
    <div key={lang}>
      <p className="text-small text-ink-3">{t(lang)}</p>
      <Diff before={before.statement[lang]} after={after.statement[lang]} lang={lang} />
    </div>
  ));
}

/** How the words came to be what they are; nothing where they never changed. */
export function Wordings({ versions }: { versions: readonly Wording[] }) {
  const t = useTranslations("positions.wordings");
  const locale = useLocale();
  if (versions.length < 2) return null;
  return (
    <Section title={t("title")} id="wordings">
      <ol className="grid gap-4 pt-3">
        {versions.map((it, at) => {
          const before = versions[at + 1];
          return (
            <li key={it.number} className="grid gap-2">
              <h3 className="text-table font-semibold">
                {t("version", { number: it.number, day: longDay(new Date(it.since), locale) })}
              </h3>
              {before ? <WordingChange before={before} after={it} /> : <p className="text-ink-2">{t("first")}</p>}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
