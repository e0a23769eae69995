"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { FieldErrors } from "@/components/ui/field-errors";
import { type Option, Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import type { ShownRow } from "../shown-date";
import { toDoubled } from "./date-values";
import { DoubledHour } from "./doubled-hour";
import { type ZoneGroups, ZoneSelect } from "./zone-select";

type CorrectZoneProps = {
  id: string;
  /** Those in which dates are written. */
  written: readonly Option[];
  zones: ZoneGroups;
  /** By zone: which dates are written in it. */
  datesIn: Record<string, readonly string[]>;
  rows: readonly ShownRow[];
};

/** The hours were right and the clock was not. Once somebody has answered, it lists first who is asked again. */
export function CorrectZone({ id, written, zones, datesIn, rows }: CorrectZoneProps) {
  const t = useTranslations("briefingDates.desk");
  const [from, setFrom] = useState(written[0]?.value ?? "");
  const [to, setTo] = useState(from);
  const [doubled, setDoubled] = useState("");
  const affected = rows.filter((row) => (datesIn[from] ?? []).some((date) => row.answers[date]));
  const correct = useAction(
    () => {
      const doubledHour = toDoubled(doubled);
      return api.briefings.dates.correctZone.call({
        ...{ id, from, to, evenSo: affected.length > 0 },
        ...(doubledHour && { doubledHour }),
      });
    },
    () => t("zoneDone"),
  );
  const { mistakes, reason } = readProblem(correct.error);
  return (
    <ConfirmDetails label={t("zoneCorrect")}>
      <p>{t("zoneFollows")}</p>
      <FieldErrors errors={mistakes} />
      <Select
        name="zone-from"
        label={t("zoneFrom")}
        options={written}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <ZoneSelect id="zone-to" label={t("zoneTo")} groups={zones} value={to} onChange={setTo} />
      <DoubledHour name="zone-doubledHour" reason={reason} value={doubled} onChange={setDoubled} />
      {affected.length > 0 && (
        <div className="notice notice-amber">
          <p>{t("zoneAffected")}</p>
          <ul className="list-disc pl-5">
            {affected.map((it) => (
              <li key={it.key}>{it.name}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="actions">
        <Button loading={correct.isPending} onClick={() => correct.mutate()}>
          {t(affected.length > 0 ? "zoneEvenSo" : "zoneButton")}
        </Button>
      </div>
      <ActionError error={correct.error} onReread={correct.reset} />
    </ConfirmDetails>
  );
}
