"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/lib/api/client";
import { toDoubled } from "./date-values";
import { DoubledHour } from "./doubled-hour";
import { type ZoneGroups, ZoneSelect } from "./zone-select";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Many dates at once: Tuesdays and Thursdays in March, 10:00 to 15:00. */
export function OfferPattern({
  id,
  zone,
  zones,
  writer,
}: {
  id: string;
  zone: string;
  zones: ZoneGroups;
  writer: string;
}) {
  const t = useTranslations("briefingDates.desk");
  const saved = useAutosave<Record<string, string>>(`concerted:pattern:${writer}:${id}`, {
    ...{ zone, firstOn: "", lastOn: "", from: "10:00", until: "15:00", minutes: "", doubledHour: "" },
    ...{ allDay: "", days: "" },
  });
  const { values, change } = saved;
  const days = values.days ?? "";
  const toggle = (day: number) =>
    change("days", days.includes(String(day)) ? days.replace(String(day), "") : `${days}${day}`);
  const offer = useAction(
    () => {
      const doubledHour = toDoubled(values.doubledHour);
      const { firstOn = "", lastOn = "", from = "", until = "" } = values;
      return api.briefings.dates.offer.call({
        id,
        pattern: {
          ...{ zone: values.zone ?? zone, weekdays: [...days].map(Number), firstOn, lastOn, from, until },
          allDay: Boolean(values.allDay),
          ...(values.minutes && { minutes: Number(values.minutes) }),
          ...(doubledHour && { doubledHour }),
        },
      });
    },
    ({ offered }) => {
      saved.reset();
      return t("offerDone", { count: offered });
    },
  );
  const { mistakes, reason } = readProblem(offer.error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === `pattern.${field}`)?.message;
  const bind = (name: string) => ({
    ...bindField(name, values, change),
    ...{ id: `pattern-${name}`, error: errorAt(name) },
  });
  return (
    <ConfirmDetails label={t("pattern")}>
      <FieldErrors errors={mistakes} />
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="field-label">{t("weekdays")}</legend>
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            name={`pattern-day-${day}`}
            label={t(`weekday.${day}`)}
            checked={days.includes(String(day))}
            onChange={() => toggle(day)}
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <DateField label={t("firstOn")} {...bind("firstOn")} />
        <DateField label={t("lastOn")} {...bind("lastOn")} />
      </div>
      <Checkbox
        name="pattern-allDay"
        label={t("allDay")}
        checked={Boolean(values.allDay)}
        onChange={(event) => change("allDay", event.target.checked ? "yes" : "")}
      />
      {!values.allDay && (
        <>
          <div className="flex flex-wrap gap-3">
            <TextField type="time" label={t("from")} {...bind("from")} className="max-w-36" />
            <TextField type="time" label={t("until")} {...bind("until")} className="max-w-36" />
          </div>
          <TextField
            type="number"
            inputMode="numeric"
            optional
            label={t("minutes")}
            hint={t("minutesHint")}
            {...bind("minutes")}
            className="max-w-24"
          />
        </>
      )}
      <ZoneSelect
        id="pattern-zone"
        label={t("zone")}
        hint={t("zoneHint")}
        groups={zones}
        value={values.zone ?? zone}
        onChange={(to) => change("zone", to)}
      />
      <DoubledHour
        name="pattern-doubledHour"
        reason={reason}
        value={values.doubledHour ?? ""}
        onChange={(value) => change("doubledHour", value)}
      />
      <div className="actions">
        <Button loading={offer.isPending} onClick={() => offer.mutate()}>
          {t("patternButton")}
        </Button>
      </div>
      <ActionError error={offer.error} />
    </ConfirmDetails>
  );
}
