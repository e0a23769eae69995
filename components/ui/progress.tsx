"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "./button";

type ProgressProps = { label: string; done: number; total: number; onCancel?: (() => void) | undefined };

/** Long work says how far it is ("31 of 200"), and can be stopped. */
export function Progress({ label, done, total, onCancel }: ProgressProps) {
  const t = useTranslations("ui");
  const id = useId();
  return (
    <div className="grid max-w-field gap-1">
      <p className="flex justify-between gap-4 text-small">
        <label htmlFor={id}>{label}</label>
        <span className="text-ink-3 tabular-nums">{t("progress", { done, total })}</span>
      </p>
      <progress id={id} className="progress" value={done} max={total} />
      {onCancel && (
        <div className="mt-1">
          <Button small onClick={onCancel}>
            {t("cancel")}
          </Button>
        </div>
      )}
    </div>
  );
}
