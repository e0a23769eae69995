"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/lib/api/client";
import { countRefused } from "../count-refused";
import type { ShownDate, ShownRow } from "../shown-date";
import { toDoubled } from "./date-values";
import { DoubledHour } from "./doubled-hour";

type ChooseDateProps = { id: string; dates: readonly ShownDate[]; rows: readonly ShownRow[] };

/** The host chooses: the button names the date, and one that somebody refused takes a second press. */
export function ChooseDate({ id, dates, rows }: ChooseDateProps) {
  const t = useTranslations("briefingDates.desk");
  const words = useTranslations("briefingDates");
  const [picked, setPicked] = useState((dates.find((it) => it.best) ?? dates[0])?.id ?? "");
  const [begins, setBegins] = useState("");
  const [doubled, setDoubled] = useState("");
  const [warned, setWarned] = useState(false);
  const date = dates.find((it) => it.id === picked);
  const choose = useAction(
    (evenSo: boolean) => {
      const doubledHour = toDoubled(doubled);
      return api.briefings.dates.choose.call({
        ...{ id, option: picked, revision: date?.revision ?? 1, evenSo },
        ...(date?.allDay && begins && { begins }),
        ...(doubledHour && { doubledHour }),
      });
    },
    () => t("chose", { date: date?.name ?? "" }),
  );
  if (!date) return null;
  const { reason, mistakes } = readProblem(choose.error);
  const refused = countRefused(picked, rows);
  // The answers may have changed since the page was read: then the server warns.
  const asks = (warned && refused > 0) || reason === "dateRefused";
  const pick = (option: string) => {
    setPicked(option);
    setWarned(false);
    choose.reset();
  };
  return (
    <div className="grid max-w-[600px] gap-3 pt-3">
      <p>{t("chooseFollows")}</p>
      <Select
        name="choose-date"
        label={t("pick")}
        options={dates.map((it) => ({ value: it.id, label: it.best ? `${it.name} (${words("best")})` : it.name }))}
        value={picked}
        onChange={(event) => pick(event.target.value)}
      />
      {date.allDay && (
        <TextField
          name="begins"
          type="time"
          label={t("begins")}
          hint={t("beginsHint")}
          className="max-w-36"
          value={begins}
          onChange={(event) => setBegins(event.target.value)}
          error={mistakes.find((it) => it.field === "begins")?.message}
        />
      )}
      <DoubledHour name="choose-doubledHour" reason={reason} value={doubled} onChange={setDoubled} />
      {asks ? (
        <div className="notice notice-amber grid gap-3" role="alert">
          <p>{t("refused", { count: Math.max(refused, 1) })}</p>
          <div className="actions">
            <Button onClick={() => pick(picked)}>{t("another")}</Button>
            <Button variant="danger" loading={choose.isPending} onClick={() => choose.mutate(true)}>
              {t("evenSo")}
            </Button>
          </div>
        </div>
      ) : (
        <div className="actions">
          <Button
            variant="primary"
            loading={choose.isPending}
            onClick={() => (refused > 0 ? setWarned(true) : choose.mutate(false))}
          >
            {t("chooseButton", { date: date.name })}
          </Button>
        </div>
      )}
      {reason !== "dateRefused" && <ActionError error={choose.error} onReread={choose.reset} />}
    </div>
  );
}
