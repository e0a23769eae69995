"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useState } from "react";
import { ChevronDown } from "@/components/ui/icons";
import { type Bundle, bundleQuery, meanings, sides } from "./bundle-query";
import { explore, supportIn, toggle } from "./explore";
import { OptionList } from "./option-list";
import "./explorer.css";
import type { ExplorerFacts } from "./explorer-facts";
import { Findings } from "./findings";
import { FrontierPart } from "./frontier-part";

type ExplorerProps = {
  facts: ExplorerFacts;
  initial: Bundle;
  /** What else the address says. */
  kept: Record<string, string>;
};

/** Ticks on one side, and what they amount to on the other, at once. The address keeps the bundle. */
export function Explorer({ facts, initial, kept }: ExplorerProps) {
  const t = useTranslations("agreement.explorer");
  const [bundle, setBundle] = useState(initial);
  const query = new URLSearchParams({ ...kept, ...bundleQuery(bundle) }).toString();
  useEffect(() => {
    if (window.location.search.replace(/^\?/, "") === query) return;
    window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname);
  }, [query]);
  const support = useMemo(() => supportIn(facts, bundle.behind), [facts, bundle.behind]);
  const explored = useMemo(() => explore(facts, bundle, support), [facts, bundle, support]);
  const onToggle = useCallback((name: string) => setBundle((now) => toggle(now, name)), []);
  const items = useMemo(() => toItems(facts, bundle.from, kept.theme), [facts, bundle.from, kept.theme]);
  const field = bundle.from === "propositions" ? "p" : "o";
  return (
    <form className="explore" onSubmit={(event) => event.preventDefault()}>
      <div>
        <div className="explore-bar">
          <fieldset className="seg" aria-label={t("side")}>
            {sides.map((it) => (
              <button
                key={it}
                type="button"
                aria-pressed={bundle.from === it}
                onClick={() => setBundle((now) => ({ ...now, from: it }))}
              >
                {t(`from.${it}`)}
              </button>
            ))}
          </fieldset>
          <label className="pick">
            <span>{t("behind")}</span>
            <select
              value={bundle.behind}
              onChange={(event) => setBundle((now) => ({ ...now, behind: event.target.value as Bundle["behind"] }))}
            >
              {meanings.map((it) => (
                <option key={it} value={it}>
                  {t(`meaning.${it}`)}
                </option>
              ))}
            </select>
            <ChevronDown />
          </label>
        </div>
        <OptionList
          key={bundle.from}
          label={t(`from.${bundle.from}`)}
          field={field}
          items={items}
          chosen={explored.chosen}
          figures={explored.figures}
          together={explored.all.length}
          someHidden={facts.someHidden}
          onToggle={onToggle}
        />
        {explored.chosen.length > 0 && (
          <p className="pt-3">
            <button
              type="button"
              className="btn btn-text"
              onClick={() => setBundle((now) => ({ ...now, [field]: [] }))}
            >
              {t("clear")}
            </button>
          </p>
        )}
      </div>
      <div className="explore-findings">
        <Findings facts={facts} bundle={bundle} explored={explored} />
        {/* Where some are hidden nothing is claimed of bundles that nobody asked about. */}
        {bundle.from === "propositions" && (!facts.someHidden || explored.chosen.length > 0) && (
          <FrontierPart
            key={bundle.behind}
            facts={facts}
            support={support}
            size={explored.chosen.length}
            together={explored.all.length}
            onChoose={(p) => setBundle((now) => ({ ...now, p }))}
          />
        )}
      </div>
    </form>
  );
}

function toItems({ propositions, organizations }: ExplorerFacts, from: Bundle["from"], theme: string | undefined) {
  if (from === "organizations") {
    return organizations.map(({ slug, code, short, own }) => ({
      name: slug,
      label: short,
      mark: code,
      own,
      aside: false,
    }));
  }
  return propositions.map((it) => ({
    name: String(it.number),
    label: it.title,
    mark: String(it.number),
    own: false,
    aside: theme !== undefined && it.theme !== theme,
  }));
}
