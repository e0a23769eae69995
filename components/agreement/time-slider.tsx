"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { usePathname, useRouter } from "@/lib/platform/i18n/navigation";

type TimeSliderProps = { days: readonly string[]; labels: readonly string[]; on: string | null };

/** The platform's own slider, with a stop for each day on which something changed; arrow keys step, and nothing has to be dragged. */
export function TimeSlider({ days, labels, on }: TimeSliderProps) {
  const t = useTranslations("agreement.time");
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const here = on
    ? Math.max(
        0,
        days.findLastIndex((day) => day <= on),
      )
    : days.length;
  const [stop, setStop] = useState(here);
  useEffect(() => setStop(here), [here]);
  useEffect(() => {
    if (stop === here) return;
    // While it moves it only says where it is; the page follows when it rests.
    const rest = setTimeout(() => {
      const next = new URLSearchParams(query);
      const day = days[stop];
      if (day) next.set("on", day);
      else next.delete("on");
      router.push(next.size > 0 ? `${path}?${next}` : path, { scroll: false });
    }, 350);
    return () => clearTimeout(rest);
  }, [stop, here, days, path, query, router]);
  if (days.length === 0) return null;
  const said = labels[stop] ?? t("present");
  return (
    <label className="time-slider">
      <span className="sr-only">{t("slider")}</span>
      <input
        type="range"
        min={0}
        max={days.length}
        step={1}
        value={stop}
        aria-valuetext={said}
        onChange={(event) => setStop(Number(event.target.value))}
      />
      <output>{said}</output>
    </label>
  );
}
