import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { lastDay, longDay } from "@/components/ui/format-moment";
import { Quote } from "@/components/ui/quote";
import { Section } from "@/components/ui/section";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { RoundState } from "@/lib/talking-points/constants";
import type { Round } from "@/lib/talking-points/schema.rounds";
import { DecideNextStep } from "./decide-next-step";
import type { TalkingPointFacts } from "./load-talking-point";
import { ObjectToRound } from "./object-to-round";
import { OpenRound } from "./open-round";
import { useRoundResult } from "./use-round-result";

const stamps: Record<RoundState, StampKind> = { planned: "draft", running: "pen", stopped: "broken", passed: "usable" };

/** Whether the words may be used orally: the round that runs with its countdown, those before it, and what the reader may do. */
export function RoundSection({ facts }: { facts: TalkingPointFacts }) {
  const t = useTranslations("talkingPoints.round");
  const locale = useLocale();
  const { point, rounds, choice } = facts;
  const { opens, objects, needsFreshSignIn: again } = rounds.viewer;
  const past = choice.asOf !== undefined;
  if (rounds.rounds.length === 0 && (past || opens.length === 0 || rounds.obstacle === "notOpen")) return null;
  const [newest] = rounds.rounds;
  const underWay = newest && (newest.state === "planned" || newest.state === "running");
  const decides = newest?.state === "stopped" && newest.nextStep === null && opens.length > 0;
  const options = (names: typeof opens) => names.map((it) => ({ value: it.slug, label: it.name[locale] }));
  return (
    <Section title={t("title")} id="rounds" className="mt-8">
      <div className="grid gap-4 pt-3">
        <p className="max-w-measure text-ink-2">{t("purpose")}</p>
        {rounds.rounds.length === 0 && <p>{t("none")}</p>}
        <ol className="grid gap-4">
          {rounds.rounds.map((round) => (
            <li key={round.number} className="grid justify-items-start gap-1.5">
              <p className="flex flex-wrap items-center gap-1.5">
                <b>{t("of", { number: round.number, version: round.version })}</b>
                <Stamp kind={stamps[round.state]}>{t(`state.${round.state}`)}</Stamp>
              </p>
              <RoundText round={round} />
            </li>
          ))}
        </ol>
        {!past && underWay && objects.length > 0 && (
          <ObjectToRound
            shown={{ id: point.slug, round: newest.number, version: newest.version, digest: newest.digest }}
            organizations={options(objects)}
            again={again}
            writer={facts.writer}
          />
        )}
        {!past && decides && (
          <DecideNextStep id={point.slug} round={newest.number} organizations={options(opens)} again={again} />
        )}
        {!past && !underWay && opens.length > 0 && (
          <OpenRound
            shown={{ id: point.slug, version: point.number, digest: point.digest }}
            organizations={options(opens)}
            again={again}
            obstacle={rounds.obstacle}
          />
        )}
      </div>
    </Section>
  );
}

function RoundText({ round }: { round: Round }) {
  const t = useTranslations("talkingPoints.round");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const result = useRoundResult();
  const { state, version, opensAt, closesAt, endedAt, workingDaysLeft, workingDays, nextStep } = round;
  const day = (at: string) => longDay(new Date(at), locale);
  if (state === "planned")
    return <p>{round.waitsForLanguages ? t("waits") : t("plannedFor", { day: day(opensAt), days: workingDays })}</p>;
  if (state === "running" && closesAt)
    return (
      <>
        <p>
          {t("until", {
            version,
            day: lastDay(new Date(closesAt), locale),
            time: timeOfDay(new Date(new Date(closesAt).getTime() - 1)),
          })}
        </p>
        {workingDaysLeft !== null && <p className="font-semibold">{t("left", { days: workingDaysLeft })}</p>}
      </>
    );
  if (round.result) return <p>{result(round.result)}</p>;
  return (
    <>
      <Stopped round={round} day={endedAt ? day(endedAt) : ""} />
      {nextStep && <p>{t(`nextStep.${nextStep}`)}</p>}
    </>
  );
}

function Stopped({ round: { objection }, day }: { round: Round; day: string }) {
  const t = useTranslations("talkingPoints.round");
  const locale = useLocale();
  if (!objection) return <p>{t("ended", { day })}</p>;
  const { by, named } = objection;
  // Members are not to read the name: a paper says what it says to them.
  const hidden = by !== null && !named;
  const reason = pickLanguage(objection.reason, locale);
  const lift = objection.lift && pickLanguage(objection.lift, locale);
  return (
    <>
      <p className={clsx(hidden && "no-print")}>
        {by ? t("stoppedBy", { day, organization: by.name[locale] }) : t("stopped", { day })}
      </p>
      {hidden && <p className="no-print text-small text-ink-2">{t("unnamed")}</p>}
      {hidden && <p className="print-only">{t("stopped", { day })}</p>}
      {reason && (
        <p className="max-w-measure whitespace-pre-line">
          <Quote lang={reason.lang}>{reason.text}</Quote>
        </p>
      )}
      {lift && (
        <p className="max-w-measure whitespace-pre-line">
          {t("lift")} <Quote lang={lift.lang}>{lift.text}</Quote>
        </p>
      )}
    </>
  );
}
