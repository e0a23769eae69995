import { useLocale, useTranslations } from "next-intl";
import { lastDay } from "@/components/ui/format-moment";
import type { Round } from "@/lib/talking-points/schema.rounds";
import { useRoundResult } from "./use-round-result";

/** The rounds as parts of the story of a text; a stop is a diamond on its line. */
export function useRoundSteps(rounds: readonly Round[]) {
  const t = useTranslations("talkingPoints.round");
  const locale = useLocale();
  const result = useRoundResult();
  const describeStep = (round: Round, { kind, version, closesAt, nextStep }: Round["steps"][number]) => {
    if (kind === "decided") return nextStep ? t(`nextStep.${nextStep}`) : "";
    const { by, named } = round.objection ?? { by: null, named: false };
    // The name is told where members may read it: the line is the same for all who may not, and on paper.
    if (kind === "stopped" && by) {
      const told = t("history.stoppedBy", { organization: by.name[locale] });
      if (named) return told;
      return (
        <>
          <span className="no-print">{told}</span>
          <span className="print-only">{t("history.stopped")}</span>
        </>
      );
    }
    const day = closesAt ? lastDay(new Date(closesAt), locale) : "";
    const said = t(`history.${kind}`, { version, day });
    return kind === "passed" && round.result ? `${said} ${result(round.result)}` : said;
  };
  return rounds.flatMap((round) =>
    round.steps.map((step, at) => ({
      ...{ key: `round-${round.number}-${at}`, at: step.at, text: describeStep(round, step) },
      mark: step.kind === "stopped" ? ("stopped" as const) : undefined,
    })),
  );
}
