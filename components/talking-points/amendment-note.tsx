import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { PencilLine } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Amendment } from "@/lib/talking-points/schema.amendments";
import { AmendmentHandling } from "./amendment-handling";
import { AmendmentMatter } from "./amendment-matter";
import { amendmentHref } from "./talking-point-href";

type AmendmentNoteProps = { amendment: Amendment; letter: string | null };

/** An amendment in the margin: what it changes by word, why, and what the lead and the amender say to each other about it. */
export function AmendmentNote({ amendment, letter }: AmendmentNoteProps) {
  const t = useTranslations("amendments.note");
  const states = useTranslations("amendments.state");
  const locale = useLocale();
  const { organization, state, at, reason } = amendment;
  const why = pickLanguage(reason, locale);
  return (
    <li className="note note-tick grid gap-1" id={letter ? `note-${letter}` : `amendment-${amendment.id}`}>
      <p className="note-head">
        {letter && (
          <a href={`#words-${locale}-${letter}`} className="note-letter" aria-label={t("back", { letter })}>
            {letter}
          </a>
        )}
        <PencilLine />
        {state === "draft" ? t("draft") : t("title", { state: states(state).toLocaleLowerCase(locale) })}
      </p>
      <p>
        <Link href={`/organizations/${organization.slug}`} className="font-semibold">
          {organization.name[locale]}
        </Link>{" "}
        <span className="whitespace-nowrap text-ink-3">{longDay(new Date(at), locale)}</span>
      </p>
      <AmendmentMatter amendment={amendment} />
      {why && <p lang={why.lang}>{why.text}</p>}
      <AmendmentHandling amendment={amendment} />
      <p>
        <Link href={amendmentHref(amendment)} className="no-print text-small">
          {t("more")}
        </Link>
      </p>
    </li>
  );
}
