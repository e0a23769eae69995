"use client";

import { useTranslations } from "next-intl";
import { memo, useState } from "react";

type BundleOption = {
  name: string;
  label: string;
  mark: string;
  own: boolean /** Outside the theme one looks at: shown once it is ticked. */;
  aside: boolean;
};
type OptionListProps = {
  label: string;
  field: "p" | "o";
  items: readonly BundleOption[];
  chosen: readonly number[];
  figures: readonly number[];
  /** How many stand behind all that is chosen. */
  together: number;
  /** Some stances are hidden from the reader: a figure is then the least that there are. */
  someHidden: boolean;
  onToggle: (name: string) => void;
};

/** Beyond this many rows one looks for a name first. */
const maxRows = 200;

/** Everything that can be ticked, each with what ticking or unticking it would change. */
export function OptionList({ label, field, items, chosen, figures, together, someHidden, onToggle }: OptionListProps) {
  const t = useTranslations("agreement.explorer");
  const [find, setFind] = useState("");
  const ticked = new Set(chosen);
  const wanted = find.trim().toLocaleLowerCase();
  const found = items.flatMap((item, place) =>
    ticked.has(place) || (!item.aside && item.label.toLocaleLowerCase().includes(wanted)) ? [{ item, place }] : [],
  );
  const formatOption = (place: number) => {
    const count = figures[place] ?? 0;
    if (someHidden) {
      if (ticked.has(place)) return t("seen.without", { count });
      return chosen.length === 0 ? t(`seen.alone.${field}`, { count }) : t("seen.with", { count });
    }
    if (ticked.has(place)) return count === together ? t(`none.${field}`) : t("without", { count });
    return chosen.length === 0 ? t(`alone.${field}`, { count }) : t("with", { count });
  };
  return (
    <div>
      {items.length > 20 && (
        <input
          type="search"
          className="input explore-find"
          aria-label={t(`find.${field}`)}
          placeholder={t(`find.${field}`)}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="explore-scroll" aria-label={label} tabIndex={0}>
        <ul>
          {found.slice(0, maxRows).map(({ item, place }) => (
            <Row
              key={item.name}
              item={item}
              field={field}
              on={ticked.has(place)}
              figure={formatOption(place)}
              onToggle={onToggle}
            />
          ))}
        </ul>
      </section>
      {found.length > maxRows && (
        <p className="pt-2 text-small text-ink-2">{t("tooMany", { most: maxRows, total: found.length })}</p>
      )}
    </div>
  );
}

type RowProps = { item: BundleOption; field: string; on: boolean; figure: string; onToggle: (name: string) => void };

/** A row is drawn again when its tick or its figure changes, and not because another one did. */
const Row = memo(function Row({
  item: { name, label, mark, own },
  field,
  on,
  figure: formatOption,
  onToggle,
}: RowProps) {
  return (
    <li>
      <label className="tick explore-row">
        <input type="checkbox" name={field} value={name} checked={on} onChange={() => onToggle(name)} />
        <span className="explore-mark">{mark}</span>
        <span className={own ? "font-semibold text-pen" : undefined}>{label}</span>
        <span className="explore-figure">{formatOption}</span>
      </label>
    </li>
  );
});
