"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

type ApplySentProps = { email: string; days: number; outbox: boolean; onAgain: () => void };

/** The same words whatever the address is, and whoever is there already. */
export function ApplySent({ email, days, outbox, onAgain }: ApplySentProps) {
  const t = useTranslations("membership.apply.sent");
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} role="status" className="notice notice-pen grid max-w-[64ch] gap-2">
      <p className="font-semibold text-h3">{t("title")}</p>
      <p className="[overflow-wrap:anywhere]">{t("text", { email, days })}</p>
      <p className="text-ink-2">{t("nothing")}</p>
      <div className="actions">
        {outbox && <Link href="/outbox">{t("outbox")}</Link>}
        <Button variant="text" onClick={onAgain}>
          {t("again")}
        </Button>
      </div>
    </div>
  );
}
