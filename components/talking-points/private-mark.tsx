import { useLocale, useTranslations } from "next-intl";
import { Lock } from "@/components/ui/icons";
import { Quote } from "@/components/ui/quote";
import type { OrganizationName } from "@/lib/organizations/schema";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { WalkAway } from "@/lib/talking-points/schema.marks";

type Mark = Pick<WalkAway["own"][number]["marks"][number], "mark" | "text" | "amendment">;
export type MarkNote = Mark & { clause: string; organization: OrganizationName };

/** What the reader may know of private marks: their own organizations', and for the convener those of all. */
export function collectMarks({ own, convener, clauses }: WalkAway): MarkNote[] {
  if (!convener) return own.flatMap(({ organization, marks }) => marks.map((mark) => ({ ...mark, organization })));
  return convener.clauses.flatMap(({ key, marks }) =>
    clauses.some((it) => it.key === key) ? marks.map((mark) => ({ ...mark, clause: key })) : [],
  );
}

/** A private mark in the margin, behind a lock and a dashed tick; never on paper, which others read. */
export function PrivateMark({ note }: { note: MarkNote }) {
  const t = useTranslations("talkingPoints.marks");
  const locale = useLocale();
  const { organization, mark, text, amendment } = note;
  const words = text && pickLanguage(text, locale);
  return (
    <li className="no-print note note-tick note-private grid gap-1">
      <p className="note-head">
        <Lock />
        {t(`mark.${mark}`)}
      </p>
      <p>
        <bdi className="font-semibold">{organization.name[locale]}</bdi>{" "}
        <span className="text-ink-3">{t("private", { organization: organization.short[locale] })}</span>
      </p>
      {words && (
        <p className="whitespace-pre-line">
          <Quote lang={words.lang}>{words.text}</Quote>
        </p>
      )}
      {amendment !== null && <p>{t("helpedBy", { number: amendment })}</p>}
    </li>
  );
}
