"use client";

import { useTranslations } from "next-intl";
import { memo, useState } from "react";

export type Choosable = {
  name: string;
  label: string;
  mark: string;
  own: boolean /** Outside the theme one looks at: shown once it is ticked. */;
  aside: boolean;
};
type ChoiceListProps = {
  label: string;
  field: "p" | "o";
  items: readonly Choosable[];
  chosen: readonly number[];
  figures: readonly number[];
  /** How many stand behind all that is chosen. */
  together: number;
  onToggle: (name: string) => void;
};

/** Beyond this many rows one looks for a name first. */
const most = 200;

/** Everything that can be ticked, each with what ticking or unticking it would change. */
export function ChoiceList({ label, field, items, chosen, figures, together, onToggle }: ChoiceListProps) {
  const t = useTranslations("explorer");
  const [find, setFind] = useState("");
  const ticked = new Set(chosen);
  const wanted = find.trim().toLocaleLowerCase();
  const found = items.flatMap((item, place) =>
    ticked.has(place) || (!item.aside && item.label.toLocaleLowerCase().includes(wanted)) ? [{ item, place }] : [],
  );
  const say = (place: number) => {
    const count = figures[place] ?? 0;
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
          {found.slice(0, most).map(({ item, place }) => (
            <Row
              key={item.name}
              item={item}
              field={field}
              on={ticked.has(place)}
              say={say(place)}
              onToggle={onToggle}
            />
          ))}
        </ul>
      </section>
      {found.length > most && (
        <p className="pt-2 text-small text-ink-2">{t("tooMany", { most, total: found.length })}</p>
      )}
    </div>
  );
}

type RowProps = { item: Choosable; field: string; on: boolean; say: string; onToggle: (name: string) => void };

/** A row is drawn again when its tick or its figure changes, and not because another one did. */
const Row = memo(function Row({ item: { name, label, mark, own }, field, on, say, onToggle }: RowProps) {
  return (
    <li>
      <label className="tick explore-row">
        <input type="checkbox" name={field} value={name} checked={on} onChange={() => onToggle(name)} />
        <span className="explore-mark">{mark}</span>
        <span className={own ? "font-semibold text-pen" : undefined}>{label}</span>
        <span className="explore-figure">{say}</span>
      </label>
    </li>
  );
});
