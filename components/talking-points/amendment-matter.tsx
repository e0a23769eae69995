import { useLocale, useTranslations } from "next-intl";
import { MarkedChanges } from "@/components/ui/marked-changes";
import { nestQuotes } from "@/lib/platform/text/nested-quotes";
import type { Amendment } from "@/lib/talking-points/schema.amendments";

type Language = "en" | "fr";

/** What an amendment is to do, in a line; and what that changes by word, in the reader's language and then in the other. */
export function AmendmentMatter({ amendment, whole = false }: { amendment: Amendment; whole?: boolean }) {
  const t = useTranslations("amendments.note");
  const locale = useLocale() as Language;
  const other: Language = locale === "en" ? "fr" : "en";
  const { kind, after, afterNumber, changes, touched, version } = amendment;
  const shown = whole ? [locale, other] : [pickShown(amendment, locale)];
  return (
    <>
      <p className="text-ink-2">
        {useKindLine(amendment)}
        {kind === "move" && (after === null || afterNumber !== null) && (
          <span className="block">
            {afterNumber === null ? t("movedFirst") : t("movedTo", { number: afterNumber })}
          </span>
        )}
      </p>
      {touched && <p className="text-amber">{t("touched", { version })}</p>}
      {changes.map((it) =>
        shown.map((lang) =>
          it.text[lang].some(({ text }) => text.trim()) ? (
            <div key={`${it.clause} ${lang}`} className="words" lang={lang}>
              <MarkedChanges changes={it.text[lang]} lang={lang} />
            </div>
          ) : null,
        ),
      )}
    </>
  );
}

/** In a margin there is room for one language: the reader's, where it changes there. */
function pickShown({ changes }: Amendment, locale: Language): Language {
  const isChanged = (lang: Language) =>
    changes.some((it) => it.text[lang].some(({ kind }) => kind === "added" || kind === "removed"));
  const other = locale === "en" ? "fr" : "en";
  return isChanged(locale) || !isChanged(other) ? locale : other;
}

/** Which clause it is about, by the number that this has now. */
export function useKindLine({ kind, clauseNumber, after, find, words }: Amendment): string {
  const t = useTranslations("amendments");
  const locale = useLocale() as Language;
  if (kind === "whole") return t("kind.whole");
  if (kind === "everywhere") {
    const lang = find?.[locale] ? locale : locale === "en" ? "fr" : "en";
    const quoted = (text: string | null | undefined) => nestQuotes(text ?? "", locale);
    return t("note.replaces", { find: quoted(find?.[lang]), words: quoted(words?.[lang]) });
  }
  if (kind === "new_clause" && after === null) return t("kind.first");
  return clauseNumber === null
    ? t("kind.gone")
    : t(`kind.${kind === "words" ? "reword" : kind}`, { number: clauseNumber });
}
