"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Check, Copy } from "@/components/ui/icons";

/** The one time that a token is shown. */
export function NewToken({ name, token, onDone }: { name: string; token: string; onDone: () => void }) {
  const t = useTranslations("accounts.tokens");
  const id = useId();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const copy = async () => {
    field.current?.select();
    // Where the browser does not let a page write to the clipboard, the token stays selected for the reader's own keys.
    const written = navigator.clipboard?.writeText(token).then(
      () => true,
      () => false,
    );
    setCopied((await written) ?? false);
  };
  return (
    <div className="notice notice-pen mt-4 grid max-w-[64ch] gap-3">
      <h3>{t("created", { name })}</h3>
      <p id={id}>{t("once")}</p>
      <input
        ref={field}
        readOnly
        value={token}
        aria-label={t("created", { name })}
        aria-describedby={id}
        className="input font-code text-small"
        spellCheck={false}
      />
      <div className="actions">
        <Button variant="primary" icon={copied ? <Check /> : <Copy />} onClick={copy}>
          {copied ? t("copied") : t("copy")}
        </Button>
        <Button onClick={onDone}>{t("done")}</Button>
        <span role="status" className="sr-only">
          {copied && t("copied")}
        </span>
      </div>
    </div>
  );
}
