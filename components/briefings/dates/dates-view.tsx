import { getLocale, getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import type { Poll } from "@/lib/briefings/schema.dates";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { cityOf } from "@/lib/platform/time/zone-label";
import { AnswerForOrganization } from "./answer-for-organization";
import { ClosingNote } from "./closing-note";
import { getShownDates } from "./get-shown-dates";
import { getShownRows } from "./get-shown-rows";
import type { DatesFacts } from "./load-dates";
import { PollLegend } from "./poll-legend";
import { PollStatus } from "./poll-status";
import { PollTable } from "./poll-table";
import "./poll.css";

/** On whose clock the heads of the table are, where that is one. */
export async function getCorner(dates: readonly { zone: string }[]) {
  const t = await getTranslations("briefingDates");
  const [zone, another] = [...new Set(dates.map((it) => it.zone))];
  return zone && !another ? t("times", { city: cityOf(zone) }) : t("timesEach");
}

export async function getLede(poll: Poll, locale: "en" | "fr") {
  const t = await getTranslations("briefingDates");
  const { organizations, offices, quorum } = poll;
  const facts = {
    host: poll.host.name[locale],
    answered: organizations.filter((it) => it.complete).length,
    total: organizations.length,
  };
  const office = offices.every((it) => it.complete) ? "yes" : "no";
  const said = offices.length > 0 ? t("ledeOffice", { ...facts, office }) : t("lede", facts);
  return quorum === null ? said : `${said} ${t("quorum", { quorum })}`;
}

/** The poll of a meeting: who can come when, and the reader's own answers. */
export async function DatesView({ facts: { poll, writer } }: { facts: DatesFacts }) {
  const [t, locale] = await Promise.all([getTranslations("briefingDates"), getLocale()]);
  const [shown, rows, corner, lede] = await Promise.all([
    getShownDates(poll.dates),
    getShownRows(poll),
    getCorner(poll.dates),
    getLede(poll, locale),
  ]);
  const title = pickLanguage(poll.title, locale)?.text ?? t("untitled");
  const { answersFor, mayHost } = poll.viewer;
  const dates = shown.map((it) => ({ ...it, office: rows.findOfficeAnswer(it.id) }));
  const own = rows.organizations
    .filter((it) => answersFor.includes(it.key))
    .map(({ key, name, answers, note, version }) => ({ key, name, answers, note, version }));
  const table = { dates, rows: rows.organizations, offices: rows.offices, corner };
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t("briefings"), href: "/briefings" },
          { label: title, href: `/briefings/${poll.id}` },
        ]}
      />
      <PageHead
        title={t("titleOf", { title })}
        marks={<ClosingNote poll={poll} />}
        actions={mayHost && <ButtonLink href={`/briefings/${poll.id}/dates/edit`}>{t("desk.link")}</ButtonLink>}
      >
        {lede}
      </PageHead>
      <PollStatus poll={poll} dates={dates} />
      {dates.length === 0 ? (
        <EmptyState>{mayHost ? t("noneHost") : t("none")}</EmptyState>
      ) : (
        <ProvideMessages of={["briefingDates"]}>
          {own.length > 0 ? (
            <>
              <NeedsScript what="form" />
              <AnswerForOrganization id={poll.id} {...table} own={own} writer={writer} />
            </>
          ) : (
            <>
              <PollTable {...table} own={null} />
              <PollLegend dates={dates} />
              {poll.state === "polling" && <p className="pt-3 text-ink-2">{t("onlyRead")}</p>}
            </>
          )}
        </ProvideMessages>
      )}
    </>
  );
}
