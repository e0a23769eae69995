"use client";

import type { ReactNode } from "react";
import type { Locale } from "@/lib/platform/i18n/routing";
import { Link } from "./link";

type RowTexts = {
  key: string;
  icon: ReactNode;
  title: ReactNode;
  /** At the right: what kind of thing it is. */
  end?: ReactNode;
  lang?: string | undefined;
  /** It answers to what was typed before; Enter does not take it. */
  stale?: boolean | undefined;
};
export type PaletteRow = RowTexts &
  (
    | { href: string; locale?: Locale | undefined }
    /** The id of a form on the page that it sends. */
    | { form: string }
    | { onChoose: () => void }
  );

/** Rows without a title stand by themselves at their place. */
export type PaletteGroup = { key: string; title?: string; count?: string | undefined; rows: readonly PaletteRow[] };

type PaletteListProps = {
  id: string;
  label: string;
  groups: readonly PaletteGroup[];
  active: PaletteRow | undefined;
  idOf: (row: PaletteRow) => string;
  onPoint: (key: string) => void;
  onChosen: () => void;
};

/** The rows, as one list box in named groups. Each is a real link or button, so that it opens in a new tab as others do. */
export function PaletteList({ id, label, groups, active, idOf, onPoint, onChosen }: PaletteListProps) {
  const shown = groups.filter(({ rows }) => rows.length > 0);
  return (
    <div id={id} role="listbox" aria-label={label} className="palette-rows" hidden={shown.length === 0}>
      {shown.map(({ key, title, count, rows }) => {
        const drawn = rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            id={idOf(row)}
            active={row === active}
            onPoint={() => onPoint(row.key)}
            onChosen={onChosen}
          />
        ));
        if (!title) return drawn;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options; a fieldset holds fields
          <div key={key} role="group" aria-labelledby={`${id}-${key}`}>
            <p id={`${id}-${key}`} role="presentation" className="palette-group">
              <bdi>{title}</bdi>
              {count && <span className="count">{count}</span>}
            </p>
            {drawn}
          </div>
        );
      })}
    </div>
  );
}

type RowProps = { row: PaletteRow; id: string; active: boolean; onPoint: () => void; onChosen: () => void };

function Row({ row, id, active, onPoint, onChosen }: RowProps) {
  const words = (
    <>
      {row.icon}
      <span className="palette-title" lang={row.lang}>
        {row.title}
      </span>
      {row.end && <span className="palette-end">{row.end}</span>}
    </>
  );
  const shared = {
    id,
    role: "option",
    "aria-selected": active,
    tabIndex: -1,
    className: "palette-row",
    onMouseMove: onPoint,
  };
  if ("href" in row)
    return (
      <Link {...shared} href={row.href} {...(row.locale && { locale: row.locale, scroll: false })} onClick={onChosen}>
        {words}
      </Link>
    );
  if ("form" in row)
    return (
      <button {...shared} type="submit" form={row.form}>
        {words}
      </button>
    );
  const choose = () => {
    onChosen();
    row.onChoose();
  };
  return (
    <button {...shared} type="button" onClick={choose}>
      {words}
    </button>
  );
}
