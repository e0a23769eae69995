import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { Bookmark } from "@/components/ui/icons";
import { Quote } from "@/components/ui/quote";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { BilingualText } from "@/lib/positions/schema";

/** Which of the two texts are read: the reader's, or the reader's and then the other. */
type BilingualProps = { words: BilingualText | null; both?: boolean | undefined };

function textsOf({ words, both }: BilingualProps, locale: "en" | "fr") {
  const first = words && pickLanguage(words, locale);
  if (!first) return [];
  const other = first.lang === "en" ? "fr" : "en";
  const second = both && words[other];
  return second ? [first, { text: second, lang: other } as const] : [first];
}

/** Said where a text exists in the other language alone. */
function InLanguage({ lang }: { lang: "en" | "fr" }) {
  const t = useTranslations("positions.text.inLanguage");
  return lang === useLocale() ? null : <span className="text-small text-ink-3"> ({t(lang)})</span>;
}

const second = "mt-1.5 border-l border-rule pl-3.5 text-ink-2";

/** A reservation in full, in the organization's own words; it goes wherever its stance goes. */
export function Reservation({ words, both }: BilingualProps) {
  const t = useTranslations("positions.text");
  const texts = textsOf({ words, both }, useLocale());
  if (texts.length === 0) return null;
  return (
    <div>
      <p className="note-head">
        <Bookmark />
        {t("reservation")}
      </p>
      {texts.map(({ text, lang }, place) => (
        <p key={lang} className={clsx("pt-0.5 whitespace-pre-line", place > 0 && second)}>
          <Quote lang={lang}>{text}</Quote>
          {place === 0 && <InLanguage lang={lang} />}
        </p>
      ))}
    </div>
  );
}

/** The reasons on record. */
export function Reasons({ words, both }: BilingualProps) {
  const texts = textsOf({ words, both }, useLocale());
  return texts.map(({ text, lang }, place) => (
    <p key={lang} lang={lang} className={clsx("whitespace-pre-line", place > 0 && second)}>
      {text}
      {place === 0 && <InLanguage lang={lang} />}
    </p>
  ));
}
