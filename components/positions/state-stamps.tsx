import { useTranslations } from "next-intl";
import { Stamp } from "@/components/ui/stamp";
import type { Position } from "@/lib/positions/schema";

/** What a position is at this moment, besides its stance: nothing when it simply stands. */
export function StateStamps({ position }: { position: Pick<Position, "draft" | "standing" | "stale"> }) {
  const t = useTranslations("positions.state");
  const { draft, standing, stale } = position;
  if (!draft && !stale && !standing?.earlierWording) return null;
  return (
    <span className="flex flex-wrap gap-1.5">
      {draft && <Stamp kind="draft">{t(draft.state)}</Stamp>}
      {stale && <Stamp kind="caution">{t("stale")}</Stamp>}
      {standing?.earlierWording && <Stamp kind="caution">{t("earlierWording")}</Stamp>}
    </span>
  );
}
