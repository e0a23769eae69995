import { useLocale, useTranslations } from "next-intl";
import type { GlossaryTerm } from "@/lib/library/schema";

/** Written out, because a table laid out as blocks on a phone loses its roles in some browsers. */
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};
const cell = "px-0 py-2 align-baseline md:border-b md:border-rule md:pr-6 max-md:block max-md:py-0.5";
const letterCell =
  "w-[52px] py-1.5 text-left align-baseline font-words text-h2 font-semibold md:border-b md:border-rule max-md:block max-md:w-auto max-md:pb-1";
const headCell =
  "sticky top-0 z-1 border-b-[1.5px] border-ink bg-paper pt-2 pr-6 pb-1.5 text-left text-[13px]/[18px] font-semibold text-ink-2";

function Word({ text, abbreviation }: { text: string; abbreviation: string | null }) {
  return (
    <>
      <bdi>{text}</bdi>
      {abbreviation && <span className="text-ink-2"> ({abbreviation})</span>}
    </>
  );
}

type TermRowProps = { term: GlossaryTerm; letter: { initial: string; rows: number } | null };

function TermRow({ term, letter }: TermRowProps) {
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  return (
    <tr {...as.row} className="break-inside-avoid max-md:block max-md:border-b max-md:border-rule max-md:py-2.5">
      {letter && (
        <th
          {...as.rowheader}
          scope="rowgroup"
          rowSpan={letter.rows}
          id={`letter-${letter.initial}`}
          className={letterCell}
        >
          {letter.initial}
        </th>
      )}
      <th {...as.rowheader} scope="row" className={`${cell} text-left font-semibold`}>
        <Word text={term[locale]} abbreviation={term.abbreviation[locale]} />
      </th>
      <td {...as.cell} lang={other} className={`${cell} font-words italic`}>
        <Word text={term[other]} abbreviation={term.abbreviation[other]} />
      </td>
      <td {...as.cell} className={`${cell} text-small text-ink-2 max-md:empty:hidden`}>
        {term.note?.[locale]}
      </td>
    </tr>
  );
}

/** Two languages beside each other, the reader's own first; letters stand in the margin at the left. */
export function GlossaryTable({ groups }: { groups: readonly (readonly [string, readonly GlossaryTerm[]])[] }) {
  const t = useTranslations("library.glossary");
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  const labels = [t(locale), t(other), t("note")];
  return (
    <table {...as.table} className="mt-4 w-full border-separate border-spacing-0 max-md:block">
      <caption className="sr-only">{t("title")}</caption>
      <thead {...as.rowgroup} className="max-md:sr-only">
        <tr {...as.row}>
          <th {...as.columnheader} scope="col" className={headCell}>
            <span className="sr-only">{t("letter")}</span>
          </th>
          {labels.map((label) => (
            <th key={label} {...as.columnheader} scope="col" className={headCell}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(([initial, terms]) => (
        <tbody key={initial} {...as.rowgroup} className="max-md:block max-md:pt-4">
          {terms.map((term, at) => (
            <TermRow key={term.en} term={term} letter={at === 0 ? { initial, rows: terms.length } : null} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
