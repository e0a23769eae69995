"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";

export type FieldMistake = { field: string; message: string };

type FieldErrorsProps = {
  errors: readonly FieldMistake[];
  /** Grows with each sending, so that the same mistakes are pointed out again. */
  attempt?: number | undefined;
};

/** An error about a text in two languages has no control of its own: it leads to the one in the reader's language. */
const findControl = (field: string, locale: string) =>
  document.getElementById(field) ?? document.getElementById(`${field}.${locale}`);

/** What to put right, before the form: it takes focus when it appears or changes, and each line leads to its field. */
export function FieldErrors({ errors, attempt = 0 }: FieldErrorsProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const id = useId();
  const ref = useRef<HTMLElement>(null);
  const said = errors.map(({ field, message }) => `${field} ${message}`).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt with the same mistakes takes focus again
  useEffect(() => {
    if (said) ref.current?.focus();
  }, [said, attempt]);
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
                findControl(field, locale)?.focus();
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
