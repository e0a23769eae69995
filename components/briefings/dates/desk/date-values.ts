import type { FormValues } from "@/components/forms/saved-values";

/** What a date form begins with. */
export const emptyDate = (zone: string): FormValues => ({
  ...{ zone, allDay: "", day: "", lastDay: "", from: "10:00", until: "11:30", doubledHour: "" },
  ...{ "note.en": "", "note.fr": "" },
});

type Offered = { zone: string; allDay: boolean; wallStart: string; wallEnd: string; note: { en: string; fr: string } };

/** The same of a date that is offered already. */
export const toDateValues = ({ zone, allDay, wallStart, wallEnd, note }: Offered): FormValues => ({
  ...{ zone, allDay: allDay ? "yes" : "", day: wallStart.slice(0, 10), lastDay: allDay ? wallEnd : "" },
  ...{ from: wallStart.slice(11) || "10:00", until: wallEnd.slice(11) || "11:30", doubledHour: "" },
  ...{ "note.en": note.en, "note.fr": note.fr },
});

export const toDoubled = (value: string | undefined): "first" | "second" | undefined =>
  value === "first" || value === "second" ? value : undefined;

/** A date as the API takes it. What ends before it begins on one day ends on the next: nobody writes two days for an evening. */
export function toDate(values: FormValues) {
  const { zone = "", day = "", lastDay = "", from = "", until = "" } = values;
  const doubledHour = toDoubled(values.doubledHour);
  const note = { en: values["note.en"] ?? "", fr: values["note.fr"] ?? "" };
  const walls = values.allDay
    ? { allDay: true, wallStart: day, wallEnd: lastDay || day }
    : { allDay: false, wallStart: `${day}T${from}`, wallEnd: `${until <= from ? nextDay(day) : day}T${until}` };
  return { zone, ...walls, note, ...(doubledHour && { doubledHour }) };
}

function nextDay(day: string) {
  const at = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + 86_400_000).toISOString().slice(0, 10);
}
