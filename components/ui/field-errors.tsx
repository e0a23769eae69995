"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";

export type FieldMistake = { field: string; message: string };

/** What to put right, before the form: it takes focus when it appears and each line leads to its field. */
export function FieldErrors({ errors }: { errors: readonly FieldMistake[] }) {
  const t = useTranslations("ui");
  const id = useId();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (errors.length > 0) ref.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <section ref={ref} tabIndex={-1} aria-labelledby={id} className="notice notice-red py-1">
      <p id={id} className="font-semibold">
        {t("errorsTitle", { count: errors.length })}
      </p>
      <ul className="my-1">
        {errors.map(({ field, message }) => (
          <li key={field + message}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
      <p className="text-small text-ink-3">{t("errorsKept")}</p>
    </section>
  );
}
