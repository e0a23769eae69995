"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Something broke on our side: what happened, that nothing was changed, and what to do. */
export default function Broken({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("ui.broken");
  return (
    <section role="alert" className="py-8">
      <h1>{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-[64ch]">{t("kept")}</p>
      <Button onClick={reset}>{t("again")}</Button>
    </section>
  );
}
