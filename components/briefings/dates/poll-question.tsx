"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { dateAnswers } from "@/lib/briefings/constants";
import { AnswerMark } from "./answer-mark";
import { countWith } from "./count-with";
import type { PollTableProps } from "./poll-table";
import type { ShownDate } from "./shown-date";

type PollQuestionProps = {
  dates: readonly ShownDate[];
  own: NonNullable<PollTableProps["own"]>;
  /** Who is asked, where that is not the reader alone. */
  organization: string | null;
  onAll: () => void;
};

/** One date is one question: on a phone, the reader's own clock first. */
export function PollQuestion({ dates, own, organization, onAll }: PollQuestionProps) {
  const t = useTranslations("briefingDates");
  const [at, setAt] = useState(0);
  const date = dates[Math.min(at, dates.length - 1)];
  if (!date) return null;
  const answer = own.saved.answers[date.id] ?? null;
  const place = dates.indexOf(date);
  // Once every date has its answer, to send them is what is left.
  const answered = dates.every((it) => own.saved.answers[it.id]);
  const tally = countWith(date.tally, own.sent[date.id] ?? null, answer);
  return (
    <div className="poll-asking grid gap-4">
      <div className="flex items-center justify-between gap-4 text-small">
        <b>{t("position", { number: place + 1, total: dates.length })}</b>
        <Button variant="text" onClick={onAll}>
          {t("seeAll", { total: dates.length })}
        </Button>
      </div>
      <ol className="poll-steps" aria-hidden="true">
        {dates.map((it, index) => (
          <li
            key={it.id}
            className={clsx(index === place ? "poll-step-now" : own.saved.answers[it.id] && "poll-step-done")}
          />
        ))}
      </ol>
      <div className="border border-rule border-t-[3px] border-t-ink bg-sheet p-4">
        <h2 className="font-words text-lead">{date.weekday}</h2>
        <p className="text-lead">{date.own ?? t("in", { time: date.hours, city: date.city })}</p>
        {date.own && (
          <p className="mt-2 border-rule border-t pt-2 text-ink-2">{t("in", { time: date.hours, city: date.city })}</p>
        )}
        {date.network && <p className="text-ink-2">{date.network}</p>}
        {date.turn && <p className="poll-hint mt-2">{date.turn}</p>}
        {date.closings.map((it) => (
          <p key={it} className="poll-hint">
            {it}
          </p>
        ))}
        {date.note && <p>{date.note}</p>}
      </div>
      <RadioCards
        key={date.id}
        name={`answer-${date.id}`}
        label={organization ? t("question", { organization }) : t("questionYou")}
        required={false}
        value={answer}
        onChange={(value) => own.saved.choose(date, dateAnswers.find((it) => it === value) ?? null)}
        cards={dateAnswers.map((value) => ({
          value,
          label: t(`answer.${value}`),
          mark: <AnswerMark answer={value} />,
        }))}
      />
      <p className="text-ink-2 text-small">
        {t("soFar", tally)}{" "}
        {date.office !== undefined && t("soFarOffice", { answer: t(`answer.${date.office ?? "none"}`) })}
      </p>
      <div className="flex gap-2.5">
        {place > 0 && <Button onClick={() => setAt(place - 1)}>{t("previous", { number: place })}</Button>}
        {place < dates.length - 1 && (
          <Button variant={answered ? "plain" : "primary"} wide onClick={() => setAt(place + 1)}>
            {t("next", { number: place + 2 })}
          </Button>
        )}
      </div>
    </div>
  );
}
