import { ORPCError } from "@orpc/server";
import { getLocale, getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { api } from "@/lib/api/server";
import { AnswerByLink } from "./answer-by-link";
import { ClosingNote } from "./closing-note";
import { getCorner } from "./dates-view";
import { getShownDates } from "./get-shown-dates";
import { PollLegend } from "./poll-legend";
import { PollTable } from "./poll-table";
import "./poll.css";

/** What is said where a link shows nothing: it opens nothing, or not now. */
const shownInstead = { 400: "gone", 404: "gone", 429: "later", 503: "later" } as const;

const opened = (token: string) =>
  api.briefings.datePolls.open({ token }).catch((error: unknown) => {
    if (error instanceof ORPCError && error.status in shownInstead) return shownInstead[error.status as 400];
    throw error;
  });

/** What a private link opens, for who has no account. Looking changes nothing. */
export async function DatePollView({ token }: { token: string }) {
  const [t, locale, poll] = await Promise.all([getTranslations("briefingDates"), getLocale(), opened(token)]);
  if (typeof poll === "string") return <PageHead title={t(`link.${poll}Title`)}>{t(`link.${poll}`)}</PageHead>;
  const { host, invitee, state, closes, zone, own } = poll;
  const offered = poll.dates.map((it) => ({ ...it, best: false, quorumReached: false }));
  const [dates, corner] = await Promise.all([getShownDates(offered), getCorner(poll.dates)]);
  const row = { ...own, key: "own", name: t("link.yours"), under: null };
  return (
    <>
      <PageHead title={t("link.title")} marks={<ClosingNote poll={{ closes, zone, state: "polling" }} />}>
        {t("link.lede", { host: host.name[locale], invitee: invitee[locale] })}
      </PageHead>
      {state === "chosen" && <p className="notice mb-4">{t("link.chosen")}</p>}
      {state === "closed" && <p className="notice mb-4">{t("link.closedNow")}</p>}
      <ProvideMessages of={["briefingDates"]}>
        {state === "open" && dates.length > 0 ? (
          <>
            <NeedsScript what="form" />
            <AnswerByLink
              token={token}
              dates={dates}
              corner={corner}
              own={{ ...own, name: t("link.yours") }}
              place={`concerted:date-poll:${poll.dates[0]?.id}:${invitee.en}`}
            />
          </>
        ) : (
          <>
            <PollTable {...{ dates, corner }} rows={[row]} offices={[]} own={null} />
            <PollLegend dates={dates} />
          </>
        )}
      </ProvideMessages>
    </>
  );
}
