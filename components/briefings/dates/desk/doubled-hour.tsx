"use client";

import { useTranslations } from "next-intl";
import { RadioCards } from "@/components/ui/radio-cards";

type DoubledHourProps = { name: string; reason: string | null; value: string; onChange: (value: string) => void };

/** Asked where the clock shows an hour twice, and nowhere else. */
export function DoubledHour({ name, reason, value, onChange }: DoubledHourProps) {
  const t = useTranslations("briefingDates.desk");
  if (reason !== "hourDoubled" && !value) return null;
  return (
    <RadioCards
      name={name}
      label={t("doubled")}
      value={value || null}
      onChange={onChange}
      cards={[
        { value: "first", label: t("doubledFirst") },
        { value: "second", label: t("doubledSecond") },
      ]}
    />
  );
}
