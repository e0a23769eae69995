import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { here } from "./briefing-href";

/** Meetings, and the report's recommendations that they draw on. */
export function BriefingsTabs({ current }: { current: "briefings" | "recommendations" }) {
  const t = useTranslations("briefings.list");
  return (
    <div className="no-print pt-4">
      <Segmented
        label={t("tabs")}
        segments={[
          { label: t("title"), href: here, current: current === "briefings" },
          { label: t("recommendations"), href: `${here}/recommendations`, current: current === "recommendations" },
        ]}
      />
    </div>
  );
}
