import { useTranslations } from "next-intl";

/** Said where a form or buttons do nothing without script, and only to whoever has none. */
export function NeedsScript({ what }: { what: "form" | "buttons" }) {
  const t = useTranslations("ui.needsScript");
  return (
    <noscript>
      <p className="notice notice-amber mb-4 max-w-[64ch]">{t(what)}</p>
    </noscript>
  );
}
