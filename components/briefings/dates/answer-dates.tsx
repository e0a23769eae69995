"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { FieldErrors } from "@/components/ui/field-errors";
import { TextArea } from "@/components/ui/text-area";
import { PollLegend } from "./poll-legend";
import { PollQuestion } from "./poll-question";
import { PollTable, type PollTableProps } from "./poll-table";
import { type OwnAnswers, useDateAnswers } from "./use-date-answers";

export type SentAnswers = {
  answers: ReturnType<typeof useDateAnswers>["given"];
  noneWorks: boolean;
  note?: string;
};

type AnswerDatesProps = Pick<PollTableProps, "dates" | "rows" | "offices" | "corner"> & {
  /** Where what is chosen is kept on this device. */
  place: string;
  own: OwnAnswers & { key: string; name: string };
  /** Who is asked, where that is not the reader alone. */
  organization: string | null;
  words: { send: (count: number) => string; sent: string };
  send: (sent: SentAnswers, version: number | null) => Promise<unknown>;
};

/** The answers of one who is asked: in the table, or date by date on a phone, and sent as a whole. */
export function AnswerDates({ dates, rows, offices, corner, place, own, organization, words, send }: AnswerDatesProps) {
  const t = useTranslations("briefingDates");
  const saved = useDateAnswers(place, dates, own);
  const [all, setAll] = useState(false);
  const act = useAction(
    async (noneWorks: boolean) => {
      const note = saved.note.trim();
      await send({ answers: noneWorks ? [] : saved.given, noneWorks, ...(note && { note }) }, own.version);
      saved.clear();
    },
    () => words.sent,
  );
  const { mistakes } = readProblem(act.error);
  const row = { key: own.key, name: own.name, organization, sent: own.answers, saved };
  const count = saved.given.length;
  return (
    <div className={clsx("grid gap-4", all && "poll-all")}>
      {saved.restored && <RestoredNotice text={t("restored")} drop={t("clear")} onDrop={saved.drop} />}
      <div className="poll-question">
        <PollQuestion dates={dates} own={row} organization={organization} onAll={() => setAll(true)} />
        {all && (
          <Button variant="text" onClick={() => setAll(false)}>
            {t("seeOne")}
          </Button>
        )}
      </div>
      <div className="poll-whole">
        <PollTable {...{ dates, rows, offices, corner }} own={row} />
        <PollLegend dates={dates} />
      </div>
      <FieldErrors errors={mistakes} />
      <ConfirmDetails label={t("addNote")}>
        <TextArea
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          optional
          maxLength={1000}
          value={saved.note}
          onChange={(event) => saved.changeNote(event.target.value)}
        />
      </ConfirmDetails>
      <div className="actions">
        <Button loading={act.isPending && act.variables} onClick={() => act.mutate(true)}>
          {t("noneWorksSend")}
        </Button>
        <Button
          variant="primary"
          loading={act.isPending && !act.variables}
          reason={count === 0 ? t("sendNone") : undefined}
          onClick={() => act.mutate(false)}
        >
          {words.send(count)}
        </Button>
      </div>
      <ActionError error={act.error} onReread={act.reset} />
      <p className="max-w-[64ch] text-ink-2 text-small">{t("explained")}</p>
    </div>
  );
}
