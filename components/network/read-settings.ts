import type { SettingsInput } from "@/lib/network/schema";

/** The form as the API's input. */
export function readSettingsForm(form: FormData): SettingsInput {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    name: { en: text("name.en"), fr: text("name.fr") },
    timeZone: text("timeZone"),
    quebecDay: form.get("quebecDay") === "on",
    weekendRule: text("weekendRule") === "as_dated" ? "as_dated" : "next_working_day",
    parityRule: text("parityRule") === "before_release" ? "before_release" : "before_endorsement",
    tooFewBelow: Number(text("tooFewBelow")),
  };
}
