import type { InferRouterInputs } from "@orpc/server";
import type { FormValues } from "@/components/forms/saved-values";
import type { Router } from "@/lib/api/router";
import type { Proposal } from "@/lib/proposals/schema";

type Input = InferRouterInputs<Router>["proposals"]["propose"];

/** The six texts, by the names under which the door finds mistakes in them. */
export const texts = ["title.en", "title.fr", "statement.en", "statement.fr", "reason.en", "reason.fr"] as const;
type TextKey = (typeof texts)[number];

export const languageOf = (key: TextKey) => (key.endsWith(".fr") ? "fr" : "en");
export const partOf = (key: TextKey) => key.slice(0, -3) as "title" | "statement" | "reason";

export const emptyProposal = (organization: string): FormValues => ({
  organization,
  theme: "",
  regimeArea: "",
  parity: "",
  version: "",
  ...Object.fromEntries(texts.map((key) => [key, ""])),
});

/** A proposal as it stands in the form. The version goes along: what was typed over it is never saved over another one. */
export const valuesOf = (proposal: Proposal): FormValues => ({
  organization: proposal.organization.slug,
  theme: proposal.theme,
  regimeArea: proposal.regimeArea,
  parity: proposal.parity === "disputed" ? "" : proposal.parity,
  version: String(proposal.version),
  ...Object.fromEntries(texts.map((key) => [key, proposal[partOf(key)][languageOf(key)] ?? ""])),
});

const of = (values: FormValues, key: string) => (values[key] ?? "").trim();

/** Title and sentence of a language as one text: what is compared with others. */
export const joined = (values: FormValues, language: "en" | "fr") =>
  [of(values, `title.${language}`), of(values, `statement.${language}`)].filter(Boolean).join(" ");

export const hasBoth = (values: FormValues) =>
  (["title.en", "title.fr", "statement.en", "statement.fr"] as const).every((key) => of(values, key) !== "");

/** What was typed, as the door takes it. What does not fit is for the door to say. */
export function toInput(values: FormValues, send: boolean): Omit<Input, "organization"> {
  const pair = (part: string) =>
    Object.fromEntries(
      (["en", "fr"] as const).flatMap((it) => (of(values, `${part}.${it}`) ? [[it, of(values, `${part}.${it}`)]] : [])),
    );
  return {
    theme: of(values, "theme"),
    regimeArea: of(values, "regimeArea") as Input["regimeArea"],
    title: pair("title"),
    statement: pair("statement"),
    reason: pair("reason"),
    parity: hasBoth(values) && of(values, "parity") === "equal" ? "equal" : "pending",
    send,
  };
}
