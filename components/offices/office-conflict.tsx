"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { FormValues } from "@/components/forms/saved-values";
import { Button } from "@/components/ui/button";
import { LateDiff } from "@/components/ui/late-diff";
import type { OfficeDetail } from "@/lib/offices/schema";
import { differing, type OfficeField, valuesOf } from "./office-values";

type OfficeConflictProps = { theirs: OfficeDetail; mine: FormValues; onMine: () => void; onTheirs: () => void };

const labels = { institution: "institution", title: "title", function: "function", contactAddress: "contact" } as const;
const labelOf = (field: OfficeField) => labels[field.split(".")[0] as keyof typeof labels];

/** A colleague saved first: their text compared with what was typed, and two ways on. Neither is lost meanwhile. */
export function OfficeConflict({ theirs, mine, onMine, onTheirs }: OfficeConflictProps) {
  const t = useTranslations("offices.form");
  const ui = useTranslations("ui");
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const now = valuesOf(theirs);
  return (
    <section ref={ref} tabIndex={-1} className="notice notice-amber grid gap-3 py-1" aria-labelledby="office-conflict">
      <p id="office-conflict">{t("theirs")}</p>
      {differing(mine, now).map((field) => {
        const lang = field.endsWith(".fr") ? "fr" : "en";
        return (
          <div key={field}>
            <p className="text-small text-ink-3">
              {t(labelOf(field))}
              {field !== "contactAddress" && `, ${ui(lang === "fr" ? "french" : "english")}`}
            </p>
            <LateDiff before={mine[field] ?? ""} after={now[field] ?? ""} lang={lang} />
          </div>
        );
      })}
      <div className="actions">
        <Button variant="primary" onClick={onMine}>
          {t("over")}
        </Button>
        <Button onClick={onTheirs}>{t("take")}</Button>
      </div>
    </section>
  );
}
