"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Grid } from "@/components/ui/grid";
import { Stamp } from "@/components/ui/stamp";
import type { DateAnswer } from "@/lib/briefings/constants";
import { answerOf, nextAnswer } from "./answer-keys";
import { AnswerMark } from "./answer-mark";
import { countWith } from "./count-with";
import type { ShownDate, ShownRow } from "./shown-date";
import type { DateAnswers } from "./use-date-answers";

export type PollTableProps = {
  dates: readonly ShownDate[];
  rows: readonly ShownRow[];
  offices: readonly ShownRow[];
  corner: string;
  /** The row that the reader answers in, with what was sent before. */
  own: {
    key: string;
    name: string;
    /** Whose answers they are, where that is not the reader alone. */
    organization: string | null;
    sent: Record<string, DateAnswer | null>;
    saved: DateAnswers;
  } | null;
};

const classOf = ({ best, closed }: ShownDate) => clsx(best && "poll-best", closed && "poll-closed");

/** Who said what of which date; the reader's own row takes arrow keys and letters. */
export function PollTable({ dates, rows, offices, corner, own }: PollTableProps) {
  const t = useTranslations("briefingDates");
  return (
    <Grid label={t("grid")}>
      <table className="poll">
        <caption className="sr-only">{own ? `${t("grid")}. ${t("gridKeys")}` : t("grid")}</caption>
        <colgroup>
          <col />
          {dates.map((it) => (
            <col key={it.id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {dates.map((date) => (
              <DateHead key={date.id} date={date} />
            ))}
          </tr>
        </thead>
        <tbody>
          {own && <OwnRow dates={dates} own={own} />}
          {rows
            .filter((it) => it.key !== own?.key)
            .map((row) => (
              <AnswerRow key={row.key} row={row} dates={dates} />
            ))}
          {offices.map((row) => (
            <AnswerRow key={row.key} row={row} dates={dates} className="poll-office" />
          ))}
        </tbody>
        <tfoot>
          <tr className="poll-sum">
            <th scope="row">
              {own?.organization && t("countsWith", { organization: own.organization })}
              {own?.organization === null && t("countsWithYours")}
              {!own && t("counts")}
            </th>
            {dates.map((date) => (
              <Counts key={date.id} date={date} own={own} />
            ))}
          </tr>
        </tfoot>
      </table>
    </Grid>
  );
}

function DateHead({ date }: { date: ShownDate }) {
  const t = useTranslations("briefingDates");
  return (
    <th scope="col" className={clsx(date.best && "poll-best")}>
      <b>{date.day}</b>
      <span className="block">{date.hours}</span>
      {date.own && <span className="block text-ink-3 text-small">{date.own}</span>}
      {date.network && <span className="block text-ink-3 text-small">{date.network}</span>}
      {date.turn && <span className="poll-hint">{date.turn}</span>}
      {date.closings.map((it) => (
        <span key={it} className="poll-hint">
          {it}
        </span>
      ))}
      {date.note && <span className="block">{date.note}</span>}
      {date.best && (
        <span className="block pt-1.5">
          <Stamp kind="usable">{t("best")}</Stamp>
        </span>
      )}
      {date.chosen && (
        <span className="block pt-1.5">
          <Stamp kind="pen">{t("chosen")}</Stamp>
        </span>
      )}
    </th>
  );
}

function AnswerRow({ row, dates, className }: { row: ShownRow; dates: readonly ShownDate[]; className?: string }) {
  return (
    <tr className={className}>
      <th scope="row">
        <bdi>{className ? <b>{row.name}</b> : row.name}</bdi>
        {row.under && <span className="block text-ink-3 text-small">{row.under}</span>}
      </th>
      {dates.map((date) => (
        <td key={date.id} className={classOf(date)}>
          <AnswerMark answer={row.answers[date.id] ?? null} said />
        </td>
      ))}
    </tr>
  );
}

type Own = NonNullable<PollTableProps["own"]>;

function OwnRow({ dates, own: { name, saved } }: { dates: readonly ShownDate[]; own: Own }) {
  const t = useTranslations("briefingDates");
  const press = (date: ShownDate) => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const answer = answerOf(event.key);
    if (answer === undefined) return;
    event.preventDefault();
    saved.choose(date, answer);
  };
  return (
    <tr className="poll-own">
      <th scope="row">{name}</th>
      {dates.map((date) => {
        const answer = saved.answers[date.id] ?? null;
        return (
          <td key={date.id} className={clsx(date.best && "poll-best")}>
            <button
              type="button"
              data-cell
              className="poll-cell"
              aria-label={t("cell", { organization: name, date: date.name, answer: t(`answer.${answer ?? "none"}`) })}
              aria-keyshortcuts="Y I N"
              onClick={() => saved.choose(date, nextAnswer(answer))}
              onKeyDown={press(date)}
            >
              <AnswerMark answer={answer} />
            </button>
          </td>
        );
      })}
    </tr>
  );
}

function Counts({ date, own }: { date: ShownDate; own: Own | null }) {
  const t = useTranslations("briefingDates");
  const [sent, chosen] = [own?.sent[date.id] ?? null, own?.saved.answers[date.id] ?? null];
  const tally = own ? countWith(date.tally, sent, chosen) : date.tally;
  return (
    <td className={clsx(date.best && "poll-best")}>
      <b className="block">{t("countYes", tally)}</b>
      <span className="block text-ink-3">{t("countNo", tally)}</span>
      {date.quorumReached && <span className="block">{t("quorumReached")}</span>}
      {date.office !== undefined && <span className="block">{t(`suits.${date.office ?? "none"}`)}</span>}
    </td>
  );
}
