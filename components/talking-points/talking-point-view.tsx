import { useLocale, useTranslations } from "next-intl";
import { DiscussedSection } from "@/components/briefings/agenda/discussed-at";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DigestChip } from "@/components/ui/code-chip";
import { longDay } from "@/components/ui/format-moment";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Stamp } from "@/components/ui/stamp";
import { useCodeLabel } from "@/components/ui/use-code-label";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { coversWhole } from "@/lib/talking-points/rules.coverage";
import { standsBehind } from "@/lib/talking-points/rules.endorsements";
import { AboutPoint } from "./about-point";
import { AnswerSection } from "./answer-section";
import { AnswersRoll } from "./answers-roll";
import { collectNotes } from "./clause-notes";
import { ClauseRows } from "./clause-rows";
import { DiscussionLink } from "./discussion/discussion-link";
import { speakingOf } from "./discussion/speaking";
import { inMargin } from "./in-margin";
import { joiningOf } from "./joining";
import type { TalkingPointFacts } from "./load-talking-point";
import { findOpenClauses, isOpenNote } from "./open-clauses";
import { PassedStamp } from "./passed-stamp";
import { PointActions } from "./point-actions";
import { RoundSection } from "./round-section";
import { StatusStamps } from "./status-stamp";
import { here, talkingPointHref, talkingPointsHref } from "./talking-point-href";
import { AsOfBanner } from "./talking-points-filters";
import { TextControls } from "./text-controls";
import { TextHistory } from "./text-history";

/** One point: what it says, who stands behind which of its words, what this reader can do, and how the words came about. */
export function TalkingPointView({ facts }: { facts: TalkingPointFacts }) {
  const t = useTranslations("talkingPoints");
  const codes = useCodeLabel();
  const locale = useLocale();
  const { point, choice, changes, discussion } = facts;
  const other = locale === "en" ? "fr" : "en";
  const title = pickLanguage(point.title, locale);
  const otherTitle = title?.lang === locale ? point.title[other] : null;
  const [area] = point.regimeAreas;
  const { contests } = point.text;
  const answers = point.endorsements.filter((it) => it.current);
  const amendments = inMargin(facts.amendments, choice.open);
  const collected = collectNotes(point.text.clauses, answers, contests, amendments, discussion.items);
  const open = findOpenClauses(point.text.clauses, collected);
  const notes = choice.open ? collected.filter(isOpenNote) : collected;
  return (
    <ProvideMessages
      of={[
        "accounts.reauthenticate",
        "discussion.*",
        "positions.text",
        "talkingPoints.answer",
        "talkingPoints.changeStatus",
        "talkingPoints.choose",
        "talkingPoints.contest",
        "talkingPoints.join",
        "talkingPoints.list",
        "talkingPoints.marks",
        "talkingPoints.parity",
        "talkingPoints.round",
        "talkingPoints.usage",
        "talkingPoints.write",
      ]}
    >
      <Breadcrumb
        steps={[
          { label: t("list.title"), href: here },
          ...(area ? [{ label: codes("regimeArea", area), href: talkingPointsHref({ area }) }] : []),
        ]}
      />
      <AsOfBanner asOf={choice.asOf} today={talkingPointHref(point.slug)} />
      <div className="grid gap-x-14 gap-y-5 lg:grid-cols-[minmax(0,1fr)_420px]">
        <PageHead
          title={<InOneLanguage text={point.title} missing={t("list.untitled")} />}
          other={otherTitle ? { lang: other, text: otherTitle } : undefined}
          marks={
            <>
              <StatusStamps point={point} />
              {point.kind === "norm" && <Stamp>{t("kind.norm")}</Stamp>}
              <PassedStamp rounds={facts.rounds.rounds} number={point.number} />
              <span className="text-small text-ink-2">
                {t("page.version", { number: point.number, day: longDay(new Date(point.text.at), locale) })}
              </span>
              <DigestChip digest={point.digest} />
            </>
          }
        >
          <SpeaksFor point={point} />
        </PageHead>
        {point.status !== "draft" && (
          <AnswersRoll answers={point.endorsements} notAnswered={point.notAnswered} clauses={point.text.clauses} />
        )}
      </div>
      <PointActions facts={facts} />
      <AnswerSection facts={facts} />
      <TextControls facts={facts} notes={notes} open={open.size} />
      <ClauseRows
        clauses={point.text.clauses}
        only={choice.open ? open : undefined}
        notes={notes}
        changes={changes?.clauses ?? null}
        language={choice.text}
        point={point.slug}
        number={point.number}
        judge={choice.asOf ? null : point.text.viewer.judge}
        marks={facts.marks}
        amends={facts.amends}
        speaking={choice.asOf ? null : speakingOf(facts, locale)}
        joining={choice.asOf ? null : joiningOf(point)}
      />
      <RoundSection facts={facts} />
      <DiscussionLink facts={facts} />
      <DiscussedSection discussions={facts.discussions} />
      <TextHistory point={point} amendments={facts.amendments} rounds={facts.rounds.rounds} />
      <AboutPoint facts={facts} />
    </ProvideMessages>
  );
}

/** For whom a text speaks, and for whom it does not: said before anybody quotes it. */
function SpeaksFor({ point }: { point: TalkingPointFacts["point"] }) {
  const t = useTranslations("talkingPoints.page");
  const locale = useLocale();
  const { status, caution, proposedBy, text, endorsements } = point;
  const behind = endorsements.filter((it) => it.current && standsBehind(it.response));
  const partly = behind.filter((it) => !coversWhole(it, text.clauses));
  const warned = caution && pickLanguage(caution, locale);
  return (
    <>
      {status === "draft" ? t("draft") : t("speaksFor", { count: behind.length })}{" "}
      {status !== "draft" && partly.length > 0 && `${t("partly", { count: partly.length })} `}
      {t.rich("proposedBy", {
        organization: proposedBy.name[locale],
        link: (words) => <Link href={`/organizations/${proposedBy.slug}`}>{words}</Link>,
      })}
      {warned && (
        <span className="notice notice-amber mt-3 block" lang={warned.lang}>
          {warned.text}
        </span>
      )}
    </>
  );
}
