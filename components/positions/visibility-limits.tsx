import { useTranslations } from "next-intl";
import type { Visibility } from "@/lib/positions/schema";

const limits = ["kept", "few", "first", "seen"] as const;

/** What a narrower choice does not hide: said beside the choice, where it can still be made otherwise. */
export function VisibilityLimits({ chosen }: { chosen: Visibility }) {
  const t = useTranslations("positions.visibility.limits");
  if (chosen === "public") return null;
  return (
    <details open={chosen !== "network"} className="text-small text-ink-2">
      <summary className="min-h-6 cursor-pointer">{t("title")}</summary>
      <ul className="grid list-disc gap-1 pl-5 pt-1.5">
        {limits.map((limit) => (
          <li key={limit}>{t(limit)}</li>
        ))}
      </ul>
    </details>
  );
}
