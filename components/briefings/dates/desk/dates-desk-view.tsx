import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { listTimeZoneOptions } from "@/components/forms/time-zone-options";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { longDay } from "@/components/ui/format-moment";
import { NeedsScript } from "@/components/ui/needs-script";
import { OnPaper } from "@/components/ui/on-paper";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { cityOf } from "@/lib/platform/time/zone-label";
import { ClosingNote } from "../closing-note";
import { getShownDates } from "../get-shown-dates";
import { getShownRows } from "../get-shown-rows";
import type { DatesFacts } from "../load-dates";
import { PollStatus } from "../poll-status";
import { AskForDates } from "./ask-for-dates";
import { ChooseDate } from "./choose-date";
import { CorrectZone } from "./correct-zone";
import { EnterAnswer } from "./enter-answer";
import { HostNotes } from "./host-notes";
import { OfferDate } from "./offer-date";
import { OfferPattern } from "./offer-pattern";
import { OfferedRow } from "./offered-row";
import { Remind } from "./remind";
import { SendLinks } from "./send-links";
import "../poll.css";

const askTitles = { planned: "ask", polling: "closes", scheduled: "askAgain" } as const;

/** Where the host keeps the dates: offers, asks, enters, reminds and chooses. */
export async function DatesDeskView({ facts: { poll, writer } }: { facts: DatesFacts }) {
  if (!poll.viewer.mayHost) notFound();
  const [t, words, locale] = await Promise.all([
    getTranslations("briefingDates.desk"),
    getTranslations("briefingDates"),
    getLocale(),
  ]);
  const [zones, shown, rows] = await Promise.all([
    listTimeZoneOptions(poll.zone),
    getShownDates(poll.dates),
    getShownRows(poll),
  ]);
  const { id, state, zone } = poll;
  const title = pickLanguage(poll.title, locale)?.text ?? words("untitled");
  const open = state === "planned" || state === "polling";
  const offices = rows.offices.map((it) => ({ ...it, office: true }));
  const all = [...offices, ...rows.organizations.map((it) => ({ ...it, office: false }))];
  const written = [...new Set(poll.dates.map((it) => it.zone))];
  return (
    <>
      <Breadcrumb
        steps={[
          { label: words("briefings"), href: "/briefings" },
          { label: title, href: `/briefings/${id}` },
          { label: t("back"), href: `/briefings/${id}/dates` },
        ]}
      />
      <PageHead title={t("title")} over={<OnPaper>{title}</OnPaper>} marks={<ClosingNote poll={poll} />}>
        {t("lede")}
      </PageHead>
      <PollStatus poll={poll} dates={shown} />
      <NeedsScript what="form" />
      <ProvideMessages of={["briefingDates"]}>
        <Section title={t("dates")} count={shown.length} id="dates">
          <ul>
            {poll.dates.map((date, at) => {
              const one = shown[at];
              return (
                one && (
                  <OfferedRow
                    key={`${date.id} ${date.revision}`}
                    {...{ id, date, zones, writer }}
                    shown={one}
                    fixed={!open}
                  />
                )
              );
            })}
          </ul>
          {open && (
            <div className="grid gap-2 pt-3">
              <OfferDate {...{ id, zone, zones, writer }} />
              <OfferPattern {...{ id, zone, zones, writer }} />
              {written.length > 0 && (
                <CorrectZone
                  {...{ id, zones }}
                  written={written.map((it) => ({ value: it, label: cityOf(it) }))}
                  datesIn={Object.fromEntries(
                    written.map((it) => [it, poll.dates.filter((date) => date.zone === it).map((date) => date.id)]),
                  )}
                  rows={all}
                />
              )}
            </div>
          )}
        </Section>
        {(open || state === "scheduled") && (
          <Section title={t(askTitles[state])} id="asking">
            <AskForDates
              key={state}
              {...{ id, writer }}
              state={state}
              city={cityOf(zone)}
              closes={poll.closes?.wall ?? ""}
            />
          </Section>
        )}
        {open && shown.length > 0 && (
          <Section title={t("choose")} id="choose">
            <ChooseDate id={id} dates={shown} rows={all} />
          </Section>
        )}
        {state === "polling" && (
          <>
            <Section title={words("who")} id="who">
              <HostNotes rows={all} />
              <EnterAnswer id={id} dates={shown} rows={all} />
              <Remind id={id} waiting={all.filter((it) => !it.complete).length} />
            </Section>
            <Section title={t("links")} id="links">
              <SendLinks
                id={id}
                rows={all.map(({ key, name, office, links }) => ({
                  ...{ key, name, office },
                  links: links.map((it) => ({
                    id: it.id,
                    address: it.address,
                    sent: longDay(new Date(it.sentAt), locale),
                  })),
                }))}
              />
            </Section>
          </>
        )}
      </ProvideMessages>
    </>
  );
}
