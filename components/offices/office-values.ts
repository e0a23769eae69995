import type { InferRouterInputs } from "@orpc/server";
import type { FormValues } from "@/components/forms/saved-values";
import type { Router } from "@/lib/api/router";
import type { OfficeDetail } from "@/lib/offices/schema";

type Input = InferRouterInputs<Router>["offices"]["add"];
type Texts = Pick<OfficeDetail, "institutionName" | "title" | "function" | "contactAddress">;

/** The fields of an office, by the names under which the server finds mistakes in them. */
export const officeFields = [
  "institution.en",
  "institution.fr",
  "title.en",
  "title.fr",
  "function.en",
  "function.fr",
  "contactAddress",
] as const;
export type OfficeField = (typeof officeFields)[number];

export const emptyOffice: FormValues = Object.fromEntries(officeFields.map((it) => [it, ""]));

/** An office as it is in the form. */
export const valuesOf = ({ institutionName, title, function: work, contactAddress }: Texts): FormValues => ({
  ...{ "institution.en": institutionName.en, "institution.fr": institutionName.fr },
  ...{ "title.en": title.en, "title.fr": title.fr, "function.en": work.en, "function.fr": work.fr },
  contactAddress: contactAddress ?? "",
});

const at = (values: FormValues, name: OfficeField) => (values[name] ?? "").trim();

/** What was typed, as the server takes it. What does not fit is for the server to say. */
export function toInput(values: FormValues): Input {
  const pair = (name: "institution" | "title" | "function") => ({
    en: at(values, `${name}.en`),
    fr: at(values, `${name}.fr`),
  });
  return {
    ...{ institution: pair("institution"), title: pair("title"), function: pair("function") },
    contactAddress: at(values, "contactAddress") || null,
  };
}

/** The fields in which what was typed is not what is there now. */
export const differing = (mine: FormValues, theirs: FormValues): OfficeField[] =>
  officeFields.filter((it) => at(mine, it) !== at(theirs, it));
