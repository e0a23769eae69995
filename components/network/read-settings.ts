import type { SettingsInput } from "@/lib/network/schema";

const day = (given: FormDataEntryValue | null) => String(given ?? "");

/** The form as the API's input. An empty date is sent as it is, so that the error names its field. */
export function readSettingsForm(form: FormData, blackouts: number): SettingsInput {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    name: { en: text("name.en"), fr: text("name.fr") },
    timeZone: text("timeZone"),
    quebecDay: form.get("quebecDay") === "on",
    weekendRule: text("weekendRule") === "as_dated" ? "as_dated" : "next_working_day",
    parityRule: text("parityRule") === "before_release" ? "before_release" : "before_endorsement",
    tooFewBelow: Number(text("tooFewBelow")),
    blackouts: Array.from({ length: blackouts }, (_, at) => ({
      firstOn: day(form.get(`blackouts.${at}.firstOn`)),
      lastOn: day(form.get(`blackouts.${at}.lastOn`)),
      name: { en: text(`blackouts.${at}.name.en`), fr: text(`blackouts.${at}.name.fr`) },
    })),
  };
}
