"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type ComponentProps, useState } from "react";
import { countWords } from "../../lib/platform/text/word-count";
import { controlProps, Field, type FieldTexts } from "./field";

export type TextAreaProps = Omit<ComponentProps<"textarea">, "id"> &
  FieldTexts & {
    name: string;
    id?: string | undefined;
    /** Shows the count against a limit; nothing is cut off, the server refuses what is over. */
    wordLimit?: number | undefined;
    counted?: boolean | undefined;
    /** Set in the serif: what is typed will be read as words of record. */
    words?: boolean | undefined;
  };

/** Most browsers grow it by themselves (`field-sizing`); the others are helped. */
function grow(area: HTMLTextAreaElement) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${String(area.scrollHeight + 2)}px`;
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  lang,
  name,
  id = name,
  wordLimit,
  counted,
  words: inWords,
  className,
  onChange,
  ...rest
}: TextAreaProps) {
  const words = { label, hint, error, optional, lang };
  const [typed, setTyped] = useState(String(rest.defaultValue ?? ""));
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    grow(event.target);
    setTyped(event.target.value);
    onChange?.(event);
  };
  return (
    <Field
      {...words}
      id={id}
      foot={(wordLimit || counted) && <WordCount text={String(rest.value ?? typed)} limit={wordLimit} />}
    >
      <textarea
        rows={3}
        {...rest}
        {...controlProps(id, words)}
        name={name}
        required={rest.required ?? !optional}
        onChange={change}
        className={clsx("input", inWords && "input-words", className)}
      />
    </Field>
  );
}

function WordCount({ text, limit }: { text: string; limit: number | undefined }) {
  const t = useTranslations("ui");
  const count = countWords(text);
  if (!limit) return <p className="field-hint">{t("wordCount", { count })}</p>;
  if (count > limit) return <p className="text-small text-red">{t("wordCountOver", { over: count - limit })}</p>;
  return (
    <p className="field-hint">
      {t("wordCountOf", { count, limit })}. {t("wordCountRule")}
    </p>
  );
}
