import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlProps, Field, type FieldTexts } from "./field";

export type TextFieldProps = Omit<ComponentProps<"input">, "id"> &
  FieldTexts & { name: string; id?: string | undefined };

/** One line. Its id is its name unless told otherwise, so that a summary of errors can point at it. */
export function TextField({ label, hint, error, optional, lang, name, id = name, className, ...rest }: TextFieldProps) {
  const words = { label, hint, error, optional, lang };
  return (
    <Field {...words} id={id}>
      <input
        {...rest}
        {...controlProps(id, words)}
        name={name}
        required={rest.required ?? !optional}
        className={clsx("input", className)}
      />
    </Field>
  );
}
