import { useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Stamp } from "@/components/ui/stamp";
import type { BriefingName } from "@/lib/briefings/schema";
import { AboutBriefing } from "./about-briefing";
import { AgendaSection } from "./agenda/agenda-section";
import { AttributionQuestions } from "./attribution-questions";
import { BriefingHistory } from "./briefing-history";
import { briefingHref, here } from "./briefing-href";
import { PhaseStamps } from "./briefing-stamps";
import { CalendarSection } from "./calendar/calendar-section";
import { ChangeRule } from "./change-rule";
import { DatesSection } from "./dates/dates-section";
import { InvitedList } from "./invited-list";
import type { BriefingFacts } from "./load-briefing";
import { PapersSection } from "./papers/papers-section";
import { SequenceCells } from "./sequence-cells";
import { UpdatesSection } from "./updates/updates-section";
import { useBriefingTitle } from "./use-briefing-title";

/** One meeting: what goes with it, the rule it is held under, when and where it is, and what became of it. */
export function BriefingView({ facts }: { facts: BriefingFacts }) {
  const t = useTranslations("briefings");
  const titleOf = useBriefingTitle();
  const { briefing } = facts;
  const { slug, version, viewer } = briefing;
  return (
    <ProvideMessages of={["briefings"]}>
      <Breadcrumb
        steps={[
          { label: t("list.title"), href: here },
          ...(briefing.partOf ? [{ label: titleOf(briefing.partOf), href: briefingHref(briefing.partOf.slug) }] : []),
        ]}
      />
      <PageHead
        title={<InOneLanguage text={briefing.title} missing={t("list.untitled")} />}
        marks={
          <>
            <Stamp>{t(`kind.${briefing.kind}`)}</Stamp>
            <PhaseStamps briefing={briefing} />
          </>
        }
        actions={<Actions facts={facts} />}
      >
        <InOneLanguage text={briefing.purpose} />
      </PageHead>
      <Neighbours facts={facts} />
      <SequenceCells sequence={briefing.sequence} current={slug} />
      <AttributionQuestions rule={briefing.attribution}>
        <ChangeRule key={version} slug={slug} version={version} rules={viewer.rules} />
      </AttributionQuestions>
      <AboutBriefing facts={facts} />
      {(briefing.state === "planned" || briefing.state === "polling") && <DatesSection slug={slug} />}
      <CalendarSection slug={slug} />
      <AgendaSection slug={slug} />
      <PapersSection slug={slug} />
      {briefing.kind === "civil_society" && <UpdatesSection slug={slug} />}
      <InvitedList invitees={briefing.invitees} />
      <BriefingHistory briefing={briefing} />
    </ProvideMessages>
  );
}

function Actions({ facts: { briefing } }: { facts: BriefingFacts }) {
  const t = useTranslations("briefings.page");
  const { mayChange, mayPlanNext } = briefing.viewer;
  if (!mayChange && !mayPlanNext) return null;
  return (
    <>
      {mayPlanNext && <ButtonLink href={`${here}/plan?follows=${briefing.slug}`}>{t("next")}</ButtonLink>}
      {mayChange && <ButtonLink href={`${briefingHref(briefing.slug)}/edit`}>{t("edit")}</ButtonLink>}
    </>
  );
}

/** The meeting before it and the ones after it. */
function Neighbours({ facts: { briefing } }: { facts: BriefingFacts }) {
  const t = useTranslations("briefings.page");
  const titleOf = useBriefingTitle();
  const { follows, followedBy } = briefing;
  if (!follows && followedBy.length === 0) return null;
  const line = (key: "follows" | "followedBy", it: BriefingName) => (
    <li key={it.slug}>
      {t.rich(key, {
        title: titleOf(it),
        link: (words) => <Link href={briefingHref(it.slug)}>{words}</Link>,
      })}
    </li>
  );
  return (
    <ul className="no-print grid gap-1 pt-2 text-small">
      {follows && line("follows", follows)}
      {followedBy.map((it) => line("followedBy", it))}
    </ul>
  );
}
