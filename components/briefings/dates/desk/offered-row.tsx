"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { useAction } from "@/components/forms/use-action";
import { useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { Stamp } from "@/components/ui/stamp";
import { api } from "@/lib/api/client";
import type { OfferedDate } from "@/lib/briefings/schema.dates";
import type { ShownDate } from "../shown-date";
import { DateFields } from "./date-fields";
import { toDate, toDateValues } from "./date-values";
import type { ZoneGroups } from "./zone-select";

type OfferedRowProps = {
  id: string;
  date: OfferedDate;
  shown: ShownDate;
  zones: ZoneGroups;
  writer: string;
  fixed: boolean;
};

/** A date that is offered: changed by itself, or offered no more. */
export function OfferedRow({ id, date, shown, zones, writer, fixed }: OfferedRowProps) {
  const t = useTranslations("briefingDates.desk");
  const words = useTranslations("briefingDates");
  const saved = useAutosave(`concerted:date:${writer}:${date.id}:${date.revision}`, toDateValues(date));
  const seen = { context: { ifMatch: date.revision } };
  const change = useAction(
    () => api.briefings.dates.change.call({ id, option: date.id, date: toDate(saved.values) }, seen),
    () => {
      saved.clear();
      return t("changed");
    },
  );
  const withdraw = useAction(
    () => api.briefings.dates.change.call({ id, option: date.id, withdrawn: true }, seen),
    () => t("withdrawn", { date: shown.name }),
  );
  return (
    <li className="grid gap-2 border-rule border-b py-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <b>{shown.day}</b>, {words("in", { time: shown.hours, city: shown.city })}{" "}
          {shown.best && <Stamp kind="usable">{words("best")}</Stamp>}
          {shown.chosen && <Stamp kind="pen">{words("chosen")}</Stamp>}
          <span className="block text-ink-3 text-small">
            {words("countYes", date.tally)}; {words("countNo", date.tally)}
          </span>
          {[...shown.closings, shown.turn].filter(Boolean).map((it) => (
            <span key={it} className="poll-hint text-small">
              {it}
            </span>
          ))}
        </div>
        {!fixed && (
          <Button
            small
            variant="danger"
            aria-label={t("withdrawLabel", { date: shown.name })}
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {t("withdraw")}
          </Button>
        )}
      </div>
      {!fixed && (
        <ConfirmDetails label={t("changeLabel", { date: shown.name })}>
          <p>{t("changeFollows")}</p>
          <DateFields id={date.id} values={saved.values} change={saved.change} zones={zones} error={change.error} />
          <div className="actions">
            <Button loading={change.isPending} onClick={() => change.mutate()}>
              {t("changeButton")}
            </Button>
          </div>
          <ActionError error={change.error} onReread={change.reset} />
        </ConfirmDetails>
      )}
      <ActionError error={withdraw.error} onReread={withdraw.reset} />
    </li>
  );
}
