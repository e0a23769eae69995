import type { InferRouterInputs } from "@orpc/server";
import type { Router } from "@/lib/api/router";
import type { FormValues } from "../forms/saved-values";

type Application = InferRouterInputs<Router>["organizations"]["apply"];

/** The form's fields, under the names that the API's errors use. */
export const emptyApplication: FormValues = {
  "name.en": "",
  "name.fr": "",
  same: "",
  type: "",
  province: "",
  workingLanguage: "en",
  "mandate.en": "",
  "mandate.fr": "",
  website: "",
  "contact.name": "",
  "contact.email": "",
  why: "",
};

/** The form's values as the API's input; the API validates them. */
export function toApplication(values: FormValues, language: "en" | "fr"): Application {
  const of = (name: string) => values[name] ?? "";
  const en = of("name.en");
  return {
    name: { en, fr: of("same") ? en : of("name.fr") },
    type: of("type") as Application["type"],
    province: of("province") as Application["province"],
    workingLanguage: of("workingLanguage") === "fr" ? "fr" : "en",
    mandate: { en: of("mandate.en"), fr: of("mandate.fr") },
    ...(of("website").trim() && { website: of("website") }),
    contact: { name: of("contact.name"), email: of("contact.email") },
    why: of("why"),
    language,
  };
}
