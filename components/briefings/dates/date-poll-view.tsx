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

const opened = (token: string) =>
  api.briefings.datePolls.open({ token }).catch((error: unknown) => {
    if (error instanceof ORPCError && (error.status === 404 || error.status === 400)) return null;
    throw error;
  });

/** What a private link opens, for who has no account. Looking changes nothing. */
export async function DatePollView({ token }: { token: string }) {
  const [t, locale, poll] = await Promise.all([getTranslations("briefingDates"), getLocale(), opened(token)]);
  if (!poll) return <PageHead title={t("link.goneTitle")}>{t("link.gone")}</PageHead>;
  const { host, invitee, state, closes, own } = poll;
  const offered = poll.dates.map((it) => ({ ...it, best: false, quorumReached: false }));
  const [dates, corner] = await Promise.all([getShownDates(offered), getCorner(poll.dates)]);
  const zone = poll.dates[0]?.zone ?? "UTC";
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
            <PollLegend />
          </>
        )}
      </ProvideMessages>
    </>
  );
}
