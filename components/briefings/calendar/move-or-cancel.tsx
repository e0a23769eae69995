"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { cityOf } from "@/lib/platform/time/zone-label";
import { CancelMeeting } from "./cancel-meeting";

type MoveOrCancelProps = { slug: string; wallStart: string; zone: string };

/** Another time for a meeting on the same clock, or its end. Which of a doubled hour is meant is asked when it matters. */
export function MoveOrCancel({ slug, wallStart, zone }: MoveOrCancelProps) {
  const t = useTranslations("calendar.move");
  const router = useRouter();
  const [day, setDay] = useState(wallStart.slice(0, 10));
  const [time, setTime] = useState(wallStart.slice(11, 16));
  const [doubled, setDoubled] = useState<"first" | "second" | null>(null);
  const mutation = useMutation(
    api.briefings.calendar.move.mutationOptions({
      onSuccess: () => {
        showToast(t("done"));
        router.refresh();
      },
    }),
  );
  const { mistakes, reason } = readProblem(mutation.error);
  const wrong = mistakes.find(({ field }) => field === "wallStart")?.message;
  const asksWhich = reason === "hourDoubled" || doubled !== null;
  const move = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutation.mutate({ id: slug, wallStart: `${day}T${time}`, ...(doubled && { doubledHour: doubled }) });
  };
  return (
    <form method="dialog" noValidate onSubmit={move} className="mt-8 grid max-w-[640px] gap-5">
      <h3>{t("title")}</h3>
      <p>{t("text")}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField
          label={t("day")}
          name="moveDay"
          value={day}
          error={wrong}
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
        <CancelMeeting slug={slug} />
      </div>
    </form>
  );
}
