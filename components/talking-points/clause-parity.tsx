import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Stamp } from "@/components/ui/stamp";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { noonOf } from "@/lib/platform/time/noon-of";
import type { Clause } from "@/lib/talking-points/schema.text";
import { JudgeParity } from "./judge-parity";

type ClauseParityProps = { clause: Clause; point: string; number: number; judge: string | null };

/** Said on a clause only where its languages are not both there and equal; whoever may judge them does it here. */
export function ClauseParity({ clause, point, number, judge }: ClauseParityProps) {
  const t = useTranslations("talkingPoints.parity");
  const locale = useLocale();
  const { parity, viewer } = clause;
  const { state, by, reason, waitsUntil } = parity;
  const why = state === "disputed" && reason ? pickLanguage(reason, locale) : null;
  const both = Boolean(clause.text.en && clause.text.fr);
  if (state === "equal" && !(viewer.mayJudge && judge)) return null;
  return (
    <div className="grid justify-items-start gap-1.5 text-small">
      {state !== "equal" && both && <Stamp kind="caution">{t(state)}</Stamp>}
      {why && (
        <p className="max-w-measure text-ink-2" lang={why.lang}>
          {by && (
            <>
              <bdi>{by.name[locale]}</bdi>:{" "}
            </>
          )}
          <bdi>{why.text}</bdi>
        </p>
      )}
      {waitsUntil && <p className="text-ink-2">{t("pausedUntil", { day: longDay(noonOf(waitsUntil), locale) })}</p>}
      {viewer.mayJudge && judge && both && (
        <JudgeParity
          point={point}
          number={number}
          clause={clause.key}
          place={clause.number}
          judge={judge}
          state={state}
        />
      )}
    </div>
  );
}
