import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Stamp } from "@/components/ui/stamp";
import type { Round } from "@/lib/talking-points/schema.rounds";

/** The label of a version on which a round passed: it may be used orally. Its status is what it was. */
export function PassedStamp({ rounds, number }: { rounds: readonly Round[]; number: number }) {
  const t = useTranslations("talkingPoints.round");
  const locale = useLocale();
  const passed = rounds.find(({ state, version }) => state === "passed" && version === number);
  if (!passed?.endedAt) return null;
  return <Stamp kind="pen">{t("label", { day: longDay(new Date(passed.endedAt), locale) })}</Stamp>;
}
