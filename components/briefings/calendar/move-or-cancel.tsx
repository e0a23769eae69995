"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { DateField } from "@/components/ui/date-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { lengthBounds } from "@/lib/briefings/constants";
import type { BriefingCalendar } from "@/lib/briefings/schema.calendar";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { cityOf } from "@/lib/platform/time/zone-label";
import { CancelMeeting } from "./cancel-meeting";

type MoveOrCancelProps = {
  slug: string;
  calendar: Pick<BriefingCalendar, "version" | "zone" | "minutes" | "staying"> & { wallStart: string };
  zones: readonly { label: string; options: readonly Option[] }[];
};

/** Another time or length for a meeting, or its end. Which of a doubled hour is meant is asked when it matters. */
export function MoveOrCancel({ slug, calendar, zones }: MoveOrCancelProps) {
  const { version, wallStart, staying } = calendar;
  const t = useTranslations("calendar.move");
  const router = useRouter();
  const [day, setDay] = useState(wallStart.slice(0, 10));
  const [time, setTime] = useState(wallStart.slice(11, 16));
  const [zone, setZone] = useState(calendar.zone);
  const [minutes, setMinutes] = useState(String(calendar.minutes));
  const [doubled, setDoubled] = useState<"first" | "second" | null>(null);
  const mutation = useMutation(
    api.briefings.calendar.move.mutationOptions({
      context: { ifMatch: version },
      onSuccess: () => {
        showToast(t("done"));
        router.refresh();
      },
    }),
  );
  const { mistakes, reason } = readProblem(mutation.error);
  const errorAt = (name: string) => mistakes.find(({ field }) => field === name)?.message;
  const asksWhich = reason === "hourDoubled" || doubled !== null;
  const move = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutation.mutate({
      ...{ id: slug, wallStart: `${day}T${time}`, zone, minutes: Number(minutes) },
      ...(doubled && { doubledHour: doubled }),
    });
  };
  return (
    <ConfirmDetails label={t("title")}>
      <form method="dialog" noValidate onSubmit={move} className="grid gap-5">
        <p>{t("text")}</p>
        {staying.map((part) => (
          <p key={part}>{t(`staying.${part}`)}</p>
        ))}
        <div className="grid gap-5 sm:grid-cols-2">
          <DateField
            label={t("day")}
            name="moveDay"
            value={day}
            error={errorAt("wallStart")}
            onChange={(it) => setDay(it.target.value)}
          />
          <TextField
            label={t("time")}
            hint={t("timeHint", { city: cityOf(zone) })}
            name="moveTime"
            type="time"
            value={time}
            onChange={(it) => setTime(it.target.value)}
          />
          <TextField
            label={t("minutes")}
            name="moveMinutes"
            type="number"
            inputMode="numeric"
            min={lengthBounds.least}
            max={lengthBounds.most}
            value={minutes}
            error={errorAt("minutes")}
            onChange={(it) => setMinutes(it.target.value)}
          />
          <Select
            label={t("zone")}
            name="moveZone"
            options={[]}
            groups={zones}
            value={zone}
            error={errorAt("zone")}
            onChange={(it) => setZone(it.target.value)}
          />
        </div>
        {asksWhich && (
          <RadioCards
            label={t("doubled")}
            name="doubledHour"
            value={doubled}
            onChange={(value) => setDoubled(value === "second" ? "second" : "first")}
            cards={(["first", "second"] as const).map((value) => ({ value, label: t(value) }))}
          />
        )}
        <ActionError error={mutation.error} onReread={mutation.reset} />
        <div className="actions">
          <Button type="submit" loading={mutation.isPending}>
            {t("button")}
          </Button>
          <CancelMeeting slug={slug} version={version} staying={staying} />
        </div>
      </form>
    </ConfirmDetails>
  );
}
