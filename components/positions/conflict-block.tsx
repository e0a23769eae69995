"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { Position } from "@/lib/positions/schema";
import { StanceLine } from "../stances/stance-line";
import { type DraftValues, valuesOf } from "./draft-values";
import { changedTexts, TextDiffs } from "./text-diffs";

type ConflictBlockProps = { theirs: Position; mine: DraftValues; onMine: () => void; onTheirs: () => void };

/** Somebody saved first: their text above what was typed, compared, and two ways on. Neither text is lost meanwhile. */
export function ConflictBlock({ theirs, mine, onMine, onTheirs }: ConflictBlockProps) {
  const t = useTranslations("positions");
  const names = useTranslations("stances.name");
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const now = valuesOf(theirs);
  const same = now.stance === mine.stance && changedTexts(mine, now).length === 0;
  return (
    <section ref={ref} tabIndex={-1} className="notice notice-amber grid gap-3 py-1" aria-labelledby="conflict">
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
      <TextDiffs before={mine} after={now} />
      {same && <p>{t("conflict.same")}</p>}
      <div className="actions">
        <Button variant="primary" onClick={onMine}>
          {t("conflict.mine")}
        </Button>
        <Button onClick={onTheirs}>{t("conflict.theirs")}</Button>
      </div>
    </section>
  );
}
