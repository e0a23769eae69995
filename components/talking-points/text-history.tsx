import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Timeline } from "@/components/ui/timeline";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import type { Amendment } from "@/lib/talking-points/schema.amendments";
import type { Round } from "@/lib/talking-points/schema.rounds";
import { AmendmentFates } from "./amendment-fates";
import { talkingPointHref } from "./talking-point-href";
import { useRoundSteps } from "./use-round-steps";

type Point = TalkingPointDetail;

/** How the words came about, as a story: each version with what changed and who stood behind it, each change of status with its reason. */
type TextHistoryProps = { point: Point; amendments: readonly Amendment[]; rounds: readonly Round[] };
export function TextHistory({ point, amendments, rounds }: TextHistoryProps) {
  const t = useTranslations("talkingPoints.history");
  const locale = useLocale();
  const roundSteps = useRoundSteps(rounds);
  const steps: { at: string; key: string; text: React.ReactNode; mark?: "stopped" | undefined }[] = [
    ...point.versions.map((it) => ({
      at: it.at,
      key: `version-${it.number}`,
      text: (
        <>
          <VersionStep point={point} version={it} />
          <AmendmentFates amendments={amendments} version={it.number} point={point.slug} folded />
        </>
      ),
    })),
    ...point.steps.map((it, index) => ({ at: it.at, key: `status-${index}`, text: <StatusStep step={it} /> })),
    ...roundSteps,
  ].sort((a, b) => a.at.localeCompare(b.at) || b.key.localeCompare(a.key));
  return (
    <Section title={t("title")} id="history" className="mt-10">
      <Timeline
        label={t("title")}
        steps={steps.map(({ key, at, text, mark }, index) => ({
          key,
          date: longDay(new Date(at), locale),
          text,
          mark: mark ?? (index === steps.length - 1 ? "now" : undefined),
        }))}
      />
    </Section>
  );
}

function VersionStep({ point, version }: { point: Point; version: Point["versions"][number] }) {
  const t = useTranslations("talkingPoints.history");
  const locale = useLocale();
  const { number, by, change, summary, contests } = version;
  const said = pickLanguage(summary, locale);
  const here = talkingPointHref(point.slug);
  const link = (words: React.ReactNode) => <Link href={`${here}/versions/${number}`}>{words}</Link>;
  return (
    <>
      {t.rich(number === 1 ? "first" : change, { number, organization: by.name[locale], link })}
      {contests.length > 0 && ` ${t("contested", { organization: contests[0]?.organization.name[locale] ?? "" })}`}
      {said && (
        <span className="block text-ink-2" lang={said.lang}>
          {said.text}
        </span>
      )}
      {number > 1 && (
        <Link href={`${here}/compare?from=${number - 1}&to=${number}`} className="block min-h-6">
          {t("compare", { from: number - 1, to: number })}
        </Link>
      )}
    </>
  );
}

function StatusStep({ step }: { step: Point["steps"][number] }) {
  const t = useTranslations("talkingPoints.history.status");
  const locale = useLocale();
  const reason = pickLanguage(step.reason, locale);
  return (
    <>
      {t(step.status, { version: step.version, organization: step.by.name[locale] })}
      {reason && (
        <span className="block text-ink-2" lang={reason.lang}>
          {reason.text}
        </span>
      )}
    </>
  );
}
