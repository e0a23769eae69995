import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { Bookmark } from "@/components/ui/icons";
import { Quote } from "@/components/ui/quote";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { BilingualText } from "@/lib/positions/schema";

/** Which of the two texts are read: the reader's, or the reader's and then the other. */
type BilingualProps = { text: BilingualText | null; both?: boolean | undefined };

function textsOf({ text, both }: BilingualProps, locale: "en" | "fr") {
  const first = text && pickLanguage(text, locale);
  if (!first) return [];
  const other = first.lang === "en" ? "fr" : "en";
  const second = both && text[other];
  return second ? [first, { text: second, lang: other } as const] : [first];
}

/** Said where a text exists in the other language alone. */
function InLanguage({ lang }: { lang: "en" | "fr" }) {
  const t = useTranslations("positions.text.inLanguage");
  return lang === useLocale() ? null : <span className="text-small text-ink-3"> ({t(lang)})</span>;
}

const second = "mt-1.5 border-l border-rule pl-3.5 text-ink-2";

/** A reservation in full, in the organization's own words; it goes wherever its stance goes. */
export function Reservation({ text, both }: BilingualProps) {
  const t = useTranslations("positions.text");
  const texts = textsOf({ text, both }, useLocale());
  if (texts.length === 0) return null;
  return (
    <div>
      <p className="note-head">
        <Bookmark />
        {t("reservation")}
      </p>
      {texts.map(({ text, lang }, index) => (
        <p key={lang} className={clsx("pt-0.5 whitespace-pre-line", index > 0 && second)}>
          <Quote lang={lang}>{text}</Quote>
          {index === 0 && <InLanguage lang={lang} />}
        </p>
      ))}
    </div>
  );
}

/** The reasons on record. */
export function Reasons({ text, both }: BilingualProps) {
  const texts = textsOf({ text, both }, useLocale());
  return texts.map(({ text, lang }, index) => (
    <p dir="auto" key={lang} lang={lang} className={clsx("whitespace-pre-line", index > 0 && second)}>
      <bdi>{text}</bdi>
      {index === 0 && <InLanguage lang={lang} />}
    </p>
  ));
}
