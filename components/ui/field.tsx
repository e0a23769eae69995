import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CircleAlert } from "@/components/ui/icons";

export type FieldTexts = {
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence: what is wrong, and that what was typed is kept. */
  error?: ReactNode;
  optional?: boolean | undefined;
  /** The language typed here, where it is not the page's. */
  lang?: string | undefined;
};

type FieldProps = FieldTexts & { id: string; foot?: ReactNode; children: ReactNode; className?: string | undefined };

/** What a screen reader reads after the label. */
const describedBy = (id: string, { hint, error }: Pick<FieldTexts, "hint" | "error">) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

/** What every control says about itself: its id, what describes it, and whether it is wrong. */
export const controlProps = (id: string, words: FieldTexts) => ({
  id,
  "aria-describedby": describedBy(id, words),
  ...(words.error ? { "aria-invalid": true } : {}),
  ...(words.lang ? { lang: words.lang } : {}),
});

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${id}-error`} className="field-error">
      <CircleAlert />
      <span>{children}</span>
    </p>
  );
}

function Optional() {
  const t = useTranslations("ui");
  return <span className="field-optional"> {t("optional")}</span>;
}

/** Label above, hint under it, the control, then what is wrong with it. */
export function Field({ id, label, hint, error, optional, foot, children, className }: FieldProps) {
  return (
    <div className={clsx("field", Boolean(error) && "field-wrong", className)}>
      <label htmlFor={id}>
        {label}
        {optional && <Optional />}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {children}
      {foot}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}
