"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Diff } from "@/components/ui/diff";
import type { Position } from "@/lib/positions/schema";
import { type DraftValues, valuesOf } from "./draft-values";
import { StanceLine } from "./stance-line";

type ConflictBlockProps = { theirs: Position; mine: DraftValues; onMine: () => void; onTheirs: () => void };

const texts = [
  ["reservation", "reservationEn", "en"],
  ["reservation", "reservationFr", "fr"],
  ["rationale", "rationaleEn", "en"],
  ["rationale", "rationaleFr", "fr"],
] as const;

/** Somebody saved first: their text above what was typed, compared, and two ways on. Neither text is lost meanwhile. */
export function ConflictBlock({ theirs, mine, onMine, onTheirs }: ConflictBlockProps) {
  const t = useTranslations("positions");
  const names = useTranslations("stances.name");
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const now = valuesOf(theirs);
  const moved = texts.filter(([, key]) => now[key] !== mine[key]);
  return (
    <section ref={ref} tabIndex={-1} className="notice notice-amber mb-6 grid gap-3 py-1" aria-labelledby="conflict">
      <p>
        <b id="conflict">{t("conflict.title")}</b> {t(theirs.draft ? "conflict.kept" : "conflict.gone")}
      </p>
      {now.stance !== mine.stance && now.stance && (
        <p>
          <StanceLine stance={now.stance} provisional={theirs.draft !== null}>
            {mine.stance && <span className="text-ink-3">({t("conflict.yours", { stance: names(mine.stance) })})</span>}
          </StanceLine>
        </p>
      )}
      {moved.map(([name, key, lang]) => (
        <div key={key}>
          <p className="text-small text-ink-3">
            {t(`form.${name}`)}, {t(`text.inLanguage.${lang}`)}
          </p>
          <Diff before={mine[key]} after={now[key]} lang={lang} />
        </div>
      ))}
      {moved.length === 0 && now.stance === mine.stance && <p>{t("conflict.same")}</p>}
      <div className="actions">
        <Button variant="primary" onClick={onMine}>
          {t("conflict.mine")}
        </Button>
        <Button onClick={onTheirs}>{t("conflict.theirs")}</Button>
      </div>
    </section>
  );
}
