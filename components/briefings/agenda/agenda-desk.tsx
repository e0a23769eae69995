"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import type { Option } from "@/components/ui/select";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import { addUp, minutesOver } from "@/lib/briefings/rules.agenda";
import { keepGivenZones } from "@/lib/platform/time/known-zones";
import { AddItems } from "./add-items";
import { AgendaConflict } from "./agenda-conflict";
import { fieldOnDesk, minutesOf } from "./agenda-values";
import { DeskProposals } from "./desk-proposals";
import { DeskRow } from "./desk-row";
import type { DeskFacts } from "./load-agenda";
import { TakeOver } from "./take-over";
import { useDesk } from "./use-desk";

type AgendaDeskProps = DeskFacts & {
  /** Of the regime, by name. */
  areas: readonly Option[];
};

/** The order of a meeting, prepared by whoever hosts it. What is changed is kept on this device until it is saved. */
export function AgendaDesk({ agenda, things, writer, zones, areas }: AgendaDeskProps) {
  // The clock of the meeting comes with the page, from the server's rules: a browser's own are not asked.
  keepGivenZones(zones);
  const t = useTranslations("agendaDesk");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const desk = useDesk(agenda, writer);
  const [dragged, setDragged] = useState<string | null>(null);
  const { items, save, overtaken } = desk;
  const { after, total } = addUp(items.map((it) => ({ minutes: minutesOf(it) })));
  const over = minutesOver(total, agenda.minutes);
  const begins = agenda.starts ? new Date(agenda.starts.at).getTime() : null;
  const at = (minutes: number) =>
    begins === null
      ? t("at", { count: minutes })
      : timeOfDay(new Date(begins + minutes * 60_000), agenda.briefing.zone);
  const problem = readProblem(save.error);
  const mistakes = problem.mistakes.map((it) => ({ ...it, field: fieldOnDesk(it.field, items) }));
  const organizations = agenda.organizations.map((it) => ({ value: it.slug, label: it.name[locale] }));
  return (
    <form
      method="dialog"
      noValidate
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending && !overtaken) desk.send();
      }}
    >
      {desk.restored && desk.touched && !overtaken && (
        <RestoredNotice text={t("edit.restored")} drop={t("edit.drop")} onDrop={desk.drop} />
      )}
      <FieldErrors errors={mistakes} attempt={desk.attempts} />
      {overtaken && <AgendaConflict desk={desk} />}
      <section className="section" aria-labelledby="agenda-items">
        <div className="section-head">
          <h2 id="agenda-items" tabIndex={-1}>
            {t("edit.items")}
          </h2>
          <span className="count" role="status">
            {t("total", { total, minutes: agenda.minutes })}
          </span>
        </div>
        <p className="py-3 text-small text-ink-3">{items.length > 0 ? t("edit.keys") : t("edit.none")}</p>
        <ol className="rows">
          {items.map((item, place) => (
            <DeskRow
              key={item.id}
              {...{ item, place, desk, organizations, agenda, dragged }}
              starts={at(after[place] ?? 0)}
              errorAt={(field) => mistakes.find((it) => it.field === `${item.id}.${field}`)?.message}
              onDrag={setDragged}
            />
          ))}
        </ol>
        {items.length > 0 && <p className="pt-3 text-ink-2">{t("ends", { time: at(total) })}</p>}
        {over > 0 && (
          <p className="notice notice-amber mt-3" role="status">
            {t("over", { count: over })}
          </p>
        )}
        <p className="sr-only" role="status">
          {desk.said}
        </p>
      </section>
      <div className="grid gap-2">
        {problem.status !== 412 && <ActionError error={save.error} onReread={save.reset} />}
        <div className="actions act-bar">
          <Button
            type="submit"
            variant="primary"
            loading={save.isPending}
            reason={overtaken ? t("edit.first") : desk.touched ? undefined : t("edit.unchanged")}
          >
            {t("edit.save")}
          </Button>
          {desk.touched && !overtaken && (
            <Button variant="text" onClick={desk.drop}>
              {t("edit.drop")}
            </Button>
          )}
        </div>
        <p className="text-small text-ink-3">{t("edit.kept")}</p>
      </div>
      <AddItems desk={desk} things={things} areas={areas} />
      <DeskProposals desk={desk} agenda={agenda} />
      <TakeOver desk={desk} agenda={agenda} />
    </form>
  );
}
