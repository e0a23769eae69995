import type { ComponentProps, ReactNode } from "react";
import { FieldError } from "./field";

export type CheckboxProps = Omit<ComponentProps<"input">, "id" | "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  name: string;
  id?: string | undefined;
};

/** One thing that is so or is not. With `role="switch"` it takes effect at once; see switch.tsx. */
export function Checkbox({ label, hint, error, name, id = name, role, ...rest }: CheckboxProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={error ? "field-wrong" : undefined}>
      <label className={role === "switch" ? "tick tick-switch" : "tick"}>
        <input
          {...rest}
          type="checkbox"
          role={role}
          id={id}
          name={name}
          {...(described && { "aria-describedby": described })}
          {...(error && { "aria-invalid": true })}
        />
        <span>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="field-hint tick-hint">
            {hint}
          </span>
        )}
      </label>
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}
