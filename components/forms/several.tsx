"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { Option } from "@/components/ui/select";
import { type FormValues, listed } from "./saved-values";

type SeveralProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  options: readonly Option[];
  values: FormValues;
  change: (name: string, value: string) => void;
  error: string | undefined;
};

/** Several of a list, each a box to tick. */
export function Several({ name, label, hint, options, values, change, error }: SeveralProps) {
  const chosen = listed(values, name);
  const toggle = (value: string, on: boolean) =>
    change(name, (on ? [...chosen, value] : chosen.filter((it) => it !== value)).join(" "));
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      className={error ? "field-wrong" : undefined}
      aria-describedby={hint ? `${name}-hint` : undefined}
    >
      <legend className="field-label">{label}</legend>
      {hint && (
        <p id={`${name}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <div className="mt-1 grid gap-1 md:grid-cols-2">
        {options.map(({ value, label: words }) => (
          <Checkbox
            key={value}
            name={`${name}.${value}`}
            label={words}
            checked={chosen.includes(value)}
            onChange={({ target }) => toggle(value, target.checked)}
          />
        ))}
      </div>
      {error && <p className="text-red text-small">{error}</p>}
    </fieldset>
  );
}
