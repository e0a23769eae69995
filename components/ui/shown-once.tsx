"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "./button";
import { Check, Copy } from "./icons";

type ShownOnceProps = {
  secret: string;
  /** What it is, read out with the field. */
  label: string;
  /** A heading over it, where it is not clear already. */
  title?: string;
  /** That it is shown this once, and how to keep it. */
  text: string;
  copyLabel?: string;
  onDone: () => void;
};

/** The one time that a secret is shown: selected, and copied by one click. */
export function ShownOnce({ secret, label, title, text, copyLabel, onDone }: ShownOnceProps) {
  const t = useTranslations("ui");
  const id = useId();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const copy = async () => {
    field.current?.select();
    // Where the browser does not let a page write to the clipboard, the secret stays selected for the reader's own keys.
    const written = navigator.clipboard?.writeText(secret).then(
      () => true,
      () => false,
    );
    setCopied((await written) ?? false);
  };
  return (
    <div className="notice notice-pen grid max-w-[64ch] gap-3">
      {title && <h3>{title}</h3>}
      <p id={id}>{text}</p>
      <input
        ref={field}
        readOnly
        value={secret}
        aria-label={label}
        aria-describedby={id}
        className="input font-code text-small"
        spellCheck={false}
      />
      <div className="actions">
        <Button variant="primary" icon={copied ? <Check /> : <Copy />} onClick={copy}>
          {copied ? t("copied") : (copyLabel ?? t("copy"))}
        </Button>
        <Button onClick={onDone}>{t("done")}</Button>
        <span role="status" className="sr-only">
          {copied && t("copied")}
        </span>
      </div>
    </div>
  );
}
