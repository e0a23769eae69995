import type { ComponentProps, ReactNode } from "react";
import { controlProps, Field, type FieldTexts } from "./field";

type FileDropProps = Omit<ComponentProps<"input">, "id" | "type"> & FieldTexts & { name: string; children?: ReactNode };

/** The platform's own file input: it takes a dropped file as well, and needs no pointer. */
export function FileDrop({ label, hint, error, optional, lang, name, children, ...rest }: FileDropProps) {
  const words = { label, hint, error, optional, lang };
  return (
    <Field {...words} id={name}>
      <div className="file-drop">
        <input {...rest} {...controlProps(name, words)} type="file" name={name} />
        {children}
      </div>
    </Field>
  );
}
