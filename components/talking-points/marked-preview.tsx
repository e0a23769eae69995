"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Diff } from "@/components/ui/diff";
import { Link } from "@/components/ui/link";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import type { MarkedRow, MarkedText } from "@/lib/talking-points/schema.word";
import { amendmentHref } from "./talking-point-href";

const stamps: Record<MarkedRow["what"], StampKind> = {
  ...{
    wording: "caution",
    new_clause: "pen",
    drop: "caution",
    move: "caution",
    comment: "plain",
    unplaced: "broken",
    already: "plain",
  },
};

type MarkedPreviewProps = {
  answer: MarkedText;
  file: string;
  /** The talking point, by its slug. */
  point: string;
  leftOut: ReadonlySet<number>;
  onChoose: (row: number, taken: boolean) => void;
  children: ReactNode;
};

/** Every change and remark with what it would become; what found no place is listed with its words and the reason. */
export function MarkedPreview({ answer, file, point, leftOut, onChoose, children }: MarkedPreviewProps) {
  const t = useTranslations("word.page");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { rows, version, current, language, returned } = answer;
  const columns = [
    {
      key: "take",
      label: t("column.take"),
      head: true,
      width: "112px",
      cell: ({ row, what }: MarkedRow) =>
        what === "unplaced" || what === "already" ? (
          t("row", { row })
        ) : (
          <Checkbox
            name={`take-${row}`}
            label={t("row", { row })}
            checked={!leftOut.has(row)}
            onChange={(event) => onChoose(row, event.target.checked)}
          />
        ),
    },
    {
      key: "what",
      label: t("column.what"),
      cell: ({ what }: MarkedRow) => <Stamp kind={stamps[what]}>{t(`what.${what}`)}</Stamp>,
    },
    { key: "where", label: t("column.where"), cell: (it: MarkedRow) => <Where row={it} /> },
    { key: "wording", label: t("column.wording"), cell: (it: MarkedRow) => <Wording row={it} language={language} /> },
    {
      key: "reason",
      label: t("column.reason"),
      width: "220px",
      cell: (it: MarkedRow) => <Remark row={it} point={point} />,
    },
  ];
  return (
    <section aria-labelledby="marked-found" className="grid gap-4">
      <h3 id="marked-found" ref={heading} tabIndex={-1}>
        {t("found", { name: file, count: rows.length })}
      </h3>
      {version !== current && <p className="notice notice-amber">{t("older", { version, current })}</p>}
      {returned > 0 && <p className="text-ink-2">{t("returned", { count: returned })}</p>}
      {children}
      {rows.length > 0 && <Table caption={t("rows")} columns={columns} rows={rows} rowKey={({ row }) => String(row)} />}
    </section>
  );
}

/** Why it has no place, what its draft still lacks, or where it is already. */
function Remark({ row: { reason, note, kept }, point }: { row: MarkedRow; point: string }) {
  const t = useTranslations("word.page");
  if (reason) return t(`reason.${reason}`);
  if (note) return t(`note.${note}`);
  if (!kept) return null;
  if (kept.kind === "comment") return t("kept.comment");
  return (
    <Link href={amendmentHref({ point, id: kept.id })}>
      {kept.number === null ? t("kept.draft") : t("kept.amendment", { number: kept.number })}
    </Link>
  );
}

function Where({ row: { clause, paragraph, place } }: { row: MarkedRow }) {
  const t = useTranslations("word.page");
  return [
    clause !== null && t("clause", { number: clause }),
    place !== null && t("after", { number: place }),
    paragraph !== null && t("paragraph", { number: paragraph }),
  ]
    .filter(Boolean)
    .join(" · ");
}

function Wording({ row: { what, before, after, quote }, language }: { row: MarkedRow; language: "en" | "fr" }) {
  if (what === "wording" && before !== null) return <Diff before={before} after={after ?? ""} lang={language} />;
  const said = what === "drop" ? <del>{before}</del> : (after ?? before);
  return (
    <div lang={language} className="whitespace-pre-wrap">
      {quote && <blockquote className="text-ink-2">{quote}</blockquote>}
      <bdi>{said}</bdi>
    </div>
  );
}
