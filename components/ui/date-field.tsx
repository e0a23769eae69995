import { TextField, type TextFieldProps } from "./text-field";

/** A day, by the platform's own calendar; `min` and `max` are days too (2026-12-31). */
export function DateField(props: Omit<TextFieldProps, "type">) {
  return <TextField {...props} type="date" className="max-w-44" />;
}
