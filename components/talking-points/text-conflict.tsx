"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { FormValues } from "@/components/forms/saved-values";
import { Button } from "@/components/ui/button";
import { LateDiff } from "@/components/ui/late-diff";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import { differencesFrom } from "./text-differences";

type TextConflictProps = {
  theirs: TalkingPointDetail;
  /** Null where no words of the text were typed that could be compared. */
  mine: FormValues | null;
  onMine: () => void;
  onTheirs: () => void;
};

/** Another version was posted first: its words compared with what was typed, and two ways on. Neither is lost meanwhile. */
export function TextConflict({ theirs, mine, onMine, onTheirs }: TextConflictProps) {
  const t = useTranslations("talkingPoints.write.conflict");
  const languages = useTranslations("ui");
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const differences = mine ? differencesFrom(mine, theirs) : [];
  const compared = differences.length > 0 ? "text" : "same";
  return (
    <section ref={ref} tabIndex={-1} className="notice notice-amber grid gap-3 py-1" aria-labelledby="conflict">
      <p>
        <b id="conflict">{t("title", { number: theirs.number })}</b> {t(mine ? compared : "kept")}
      </p>
      {differences.map(({ place, number, lang, before, after }) => (
        <div key={`${place} ${number} ${lang}`}>
          <p className="text-small text-ink-3">
            {place === "clause" ? t("clause", { number }) : t(place)}, {languages(lang === "en" ? "english" : "french")}
          </p>
          <LateDiff before={before} after={after} lang={lang} />
        </div>
      ))}
      <div className="actions">
        <Button variant="primary" onClick={onMine}>
          {t("mine")}
        </Button>
        <Button onClick={onTheirs}>{t("theirs")}</Button>
      </div>
    </section>
  );
}
