"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { timeOfDay } from "@/components/ui/format-moment";
import { api } from "@/lib/api/client";
import type { ClockChange } from "@/lib/briefings/schema.calendar";
import { formatDay } from "@/lib/platform/time/format-day";
import { cityOf } from "@/lib/platform/time/zone-label";

/** What changed clocks did to a meeting, for its host before anybody else is told. */
export function ClockChanges({ slug, changes }: { slug: string; changes: readonly ClockChange[] }) {
  const t = useTranslations("calendar.clocks");
  const locale = useLocale();
  const tell = useAction(
    () => api.briefings.calendar.announceClock.call({ id: slug }),
    () => t("done"),
  );
  const hourOf = (at: Date) => timeOfDay(at, locale, "UTC");
  /** A wall time is no moment: its digits are those of the clock that is meant. */
  const wallOf = (wall: string) =>
    wall.length === 10
      ? formatDay(wall, locale)
      : `${formatDay(wall.slice(0, 10), locale)}, ${hourOf(new Date(`${wall}Z`))}`;
  const waiting = changes.some(({ toldAt }) => toldAt === null);
  return (
    <div className="notice notice-amber mt-6 grid max-w-[72ch] gap-3">
      <h3>{t("title")}</h3>
      <p>{t("text")}</p>
      <ul className="grid gap-1.5">
        {changes.map(({ kind, wall, zone, from, to, fromVersion, toVersion, foundAt }) => (
          <li key={`${kind} ${from} ${foundAt}`}>
            {t(kind, { wall: wallOf(wall), city: cityOf(zone) })}:{" "}
            {t("moment", { from: hourOf(new Date(from)), to: hourOf(new Date(to)), fromVersion, toVersion })}
          </li>
        ))}
      </ul>
      <p>{t(waiting ? "waiting" : "announced")}</p>
      <ActionError error={tell.error} onReread={tell.reset} />
      {waiting && (
        <div className="actions">
          <Button loading={tell.isPending} onClick={() => tell.mutate()}>
            {t("send")}
          </Button>
        </div>
      )}
    </div>
  );
}
