import { useLocale, useTranslations } from "next-intl";
import type { Poll } from "@/lib/briefings/schema.dates";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { ShownDate } from "./shown-date";

type PollStatusProps = { poll: Pick<Poll, "state" | "reopened">; dates: readonly ShownDate[] };

/** What has become of the question: not asked yet, asked again, or settled. */
export function PollStatus({ poll: { state, reopened }, dates }: PollStatusProps) {
  const t = useTranslations("briefingDates");
  const locale = useLocale();
  const chosen = dates.find((it) => it.chosen);
  if (chosen) return <p className="notice mb-4 max-w-[64ch]">{t("chosenOn", { date: chosen.name })}</p>;
  if (state === "planned" && dates.length > 0) return <p className="notice mb-4 max-w-[64ch]">{t("notOpened")}</p>;
  if (!reopened || state !== "polling") return null;
  const reason = pickLanguage(reopened, locale)?.text;
  return (
    <p className="notice notice-amber mb-4 max-w-[64ch]">{reason ? t("reopened", { reason }) : t("reopenedPlain")}</p>
  );
}
