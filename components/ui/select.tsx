import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { ChevronDown } from "@/components/ui/icons";
import { controlProps, Field, type FieldTexts } from "./field";

export type Option = { value: string; label: string; disabled?: boolean | undefined };
type SelectProps = Omit<ComponentProps<"select">, "id"> &
  FieldTexts & {
    name: string;
    options: readonly Option[];
    /** Options under a heading, after the others. */
    groups?: readonly { label: string; options: readonly Option[] }[] | undefined;
    id?: string | undefined;
  };

export function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, label, disabled }) => (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  ));
}

/** One of several, by the platform's own list. */
export function Select({
  label,
  hint,
  error,
  optional,
  lang,
  name,
  id = name,
  options,
  groups = [],
  className,
  ...rest
}: SelectProps) {
  const words = { label, hint, error, optional, lang };
  return (
    <Field {...words} id={id}>
      <span className="select">
        <select {...rest} {...controlProps(id, words)} name={name} className={clsx("input", className)}>
          <Options options={options} />
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
        <ChevronDown />
      </span>
    </Field>
  );
}
