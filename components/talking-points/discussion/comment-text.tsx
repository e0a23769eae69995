import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { Quote } from "@/components/ui/quote";
import type { Reply } from "@/lib/talking-points/schema.comments";

type CommentTextProps = {
  comment: Reply;
  /** The words it is about stand beside it, marked with its letter. */
  marked?: boolean;
};

/** Who said what, in its own language, as it was written; a correction stands below what it corrects. */
export function CommentText({ comment, marked = false }: CommentTextProps) {
  const t = useTranslations("discussion");
  const locale = useLocale();
  const { organization, at, language, quote, text, corrections } = comment;
  const day = (moment: string) => longDay(new Date(moment), locale);
  return (
    <>
      <p>
        <Link href={`/organizations/${organization.slug}`} className="font-semibold">
          {organization.name[locale]}
        </Link>{" "}
        <span className="whitespace-nowrap text-ink-3">{day(at)}</span>
      </p>
      {quote && !marked && (
        <p className="text-ink-2">
          {t("about")} <Quote lang={language}>{quote}</Quote>
        </p>
      )}
      <p lang={language} dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
        {text}
      </p>
      {corrections.map((it) => (
        <div key={it.at}>
          <p className="text-ink-2">{t("corrected", { day: day(it.at) })}</p>
          <p lang={language} dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
            {it.text}
          </p>
        </div>
      ))}
    </>
  );
}
