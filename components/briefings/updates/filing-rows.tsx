import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Link } from "@/components/ui/link";
import type { Filing, UpdateLine } from "@/lib/briefings/schema.updates";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { briefingHref } from "../agenda/agenda-href";

type FilingRowsProps = {
  filings: readonly Filing[];
  /** Under whose name, or before which meeting, they stand: the page says the other. */
  by: "organization" | "briefing";
};

/** What organizations told each other, each with the day on which it said so. */
export function FilingRows({ filings, by }: FilingRowsProps) {
  const t = useTranslations("agendaDesk");
  const locale = useLocale();
  return (
    <ul className="rows">
      {filings.map(({ organization, briefing, filedAt, lines }) => {
        const meeting = pickLanguage(briefing.title, locale)?.text ?? t("untitled");
        return (
          <li key={`${organization.slug} ${briefing.slug}`} className="grid gap-2 break-inside-avoid">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <b className="font-semibold">
                {by === "organization" ? (
                  <Link href={`/organizations/${organization.slug}`}>{organization.name[locale]}</Link>
                ) : (
                  <Link href={briefingHref(briefing.slug)}>{t("updates.before", { title: meeting })}</Link>
                )}
              </b>
              <span className="text-ink-3 text-small">
                <time dateTime={filedAt}>{t("updates.filed", { day: longDay(new Date(filedAt), locale) })}</time>
              </span>
            </p>
            <ul className="grid gap-2">
              {lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
                <li key={at} className="border-rule border-l pl-3">
                  <Line line={line} />
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function Line({ line: { what, theme, when, contact, help } }: { line: UpdateLine }) {
  const t = useTranslations("agendaDesk.updates");
  const locale = useLocale();
  const picked = (text: UpdateLine["when"]) => pickLanguage(text, locale);
  const [then, wanted] = [picked(when), picked(help)];
  const facts = [
    then && <span lang={then.lang}>{t("whenIs", { when: then.text })}</span>,
    contact && <span>{t("contactIs", { contact })}</span>,
    wanted && <span lang={wanted.lang}>{t("helpIs", { help: wanted.text })}</span>,
  ].filter(Boolean);
  return (
    <>
      <p>
        <InOneLanguage text={what} />
        {theme && (
          <>
            {" "}
            <Link className="text-small" href={`/themes/${theme.slug}`}>
              {theme.title[locale]}
            </Link>
          </>
        )}
      </p>
      {facts.length > 0 && (
        <p className="flex flex-wrap gap-x-4 text-ink-2 text-table">
          {facts.map((it, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they stand in one order
            <span key={at}>{it}</span>
          ))}
        </p>
      )}
    </>
  );
}
