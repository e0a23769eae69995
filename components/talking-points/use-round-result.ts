import { useTranslations } from "next-intl";
import type { Round } from "@/lib/talking-points/schema.rounds";

/** What a round came to, in numbers: who stood aside or was never reached is said beside those without an objection. */
export function useRoundResult() {
  const t = useTranslations("talkingPoints.round");
  return ({ noObjection: count, unreachable, stoodAside: aside }: NonNullable<Round["result"]>) => {
    const beside =
      (unreachable > 0 && aside > 0 && t("resultBoth", { unreachable, aside })) ||
      (unreachable > 0 && t("resultUnreachable", { unreachable })) ||
      (aside > 0 && t("resultAside", { aside }));
    return [t("result", { count }), beside].filter(Boolean).join(" ");
  };
}
