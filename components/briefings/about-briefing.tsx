import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { longDay } from "@/components/ui/format-moment";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { noonOf } from "@/lib/platform/time/noon-of";
import type { BriefingFacts } from "./load-briefing";
import { MeetingTime } from "./meeting-time";
import { useMeetingTime } from "./use-meeting-time";

/** When and where it is, how long, for how many; the place is for whoever is signed in, and in no mail. */
export function AboutBriefing({ facts: { briefing, zone } }: { facts: BriefingFacts }) {
  const t = useTranslations("briefings");
  const locale = useLocale();
  const { ofWall } = useMeetingTime();
  const { host, minutes, quorum, cadence, lastHeldOn, dueOn, answersClose, callClosesOn, time } = briefing;
  const day = (it: string | null) => it && longDay(noonOf(it), locale);
  return (
    <Section title={t("page.about")} id="about" className="mt-8">
      <Facts
        facts={[
          [t("page.when"), <MeetingTime key="when" meeting={briefing} own={zone} missing={t("page.undated")} />],
          [t("page.where"), <Where key="where" place={briefing.place} missing={t("page.whereNone")} />],
          [t("page.duration"), t("page.minutes", { count: minutes })],
          [
            t("page.host"),
            <Link key="host" href={`/organizations/${host.slug}`}>
              {host.name[locale]}
            </Link>,
          ],
          [t("page.quorum"), quorum && t("page.quorumOf", { count: quorum })],
          [t("page.cadence"), cadence && t(`cadence.${cadence}`)],
          [t("page.lastOn"), day(lastHeldOn)],
          [t("page.due"), time === null && day(dueOn)],
          [t("page.answersClose"), time === null && answersClose && ofWall(answersClose.wall, briefing.zone)],
          [t("page.callCloses"), day(callClosesOn)],
        ]}
      />
    </Section>
  );
}

function Where({ place, missing }: { place: BriefingFacts["briefing"]["place"]; missing: string }) {
  return (
    <span dir="auto" className="whitespace-pre-line">
      <InOneLanguage text={place} missing={missing} />
    </span>
  );
}
