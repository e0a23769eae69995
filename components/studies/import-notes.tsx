import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ButtonLink } from "@/components/ui/link";

/** What was taken in otherwise than it was written: read before the consultation itself, which does not show it. */
export function ImportNotes({ slug, notes }: { slug: string; notes: readonly string[] }) {
  const t = useTranslations("studies.import");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="import-notes" className="grid max-w-[720px] gap-4 pt-2">
      <h2 id="import-notes" ref={heading} tabIndex={-1}>
        {t("toKnow")}
      </h2>
      <ul className="grid list-disc gap-2 pl-5">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <div className="actions">
        <ButtonLink href={`/studies/${slug}`}>{t("open")}</ButtonLink>
      </div>
    </section>
  );
}
