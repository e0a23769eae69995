import { useTranslations } from "next-intl";

/** Hairlines where rows will stand; they appear only if the wait is longer than 300 ms. */
export function SkeletonLines({ lines = 6 }: { lines?: number }) {
  const t = useTranslations("ui");
  return (
    <div role="status" className="py-4">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={`line-${String(line)}`} className="skeleton" aria-hidden="true" />
      ))}
    </div>
  );
}
