import "server-only";
import type { ORPCError } from "@orpc/server";

type Issue = { path?: PropertyKey[]; code?: string; origin?: string; message: string; keys?: string[] };

const own = new Set([
  "notAnAddress",
  "notATimeZone",
  "notUnicode",
  "controlCharacters",
  "oneLine",
  "hiddenCharacters",
  "noLetter",
  "reservationMissing",
  "reservationTooLong",
  "reservationNotAllowed",
  "notInFuture",
  "tooFar",
  "endsBeforeItBegins",
  "notADomain",
  "notAnIssuer",
  "needsSecret",
  "required",
  "notAWebAddress",
  "reasonMissing",
  "seatWithAdmission",
  "tooManyClauses",
  "notSensibleYear",
  "closingTooLong",
  "chooseProvinces",
  "onlyForProvincial",
]);

function reasonOf(issue: Issue): string {
  if (own.has(issue.message)) return issue.message;
  if (issue.code === "too_big") return "tooLong";
  if (issue.code === "too_small" && issue.origin === "string") return "required";
  if (issue.code === "unrecognized_keys") return "unknownField";
  return issue.code === "invalid_type" && /undefined/.test(issue.message) ? "required" : "invalid";
}

/** What zod found wrong: reasons by field, as keys of `errors.field`. */
export function findFieldReasons(error: ORPCError<string, unknown>): Record<string, string[]> {
  const issues = (error.data as { issues?: Issue[] } | undefined)?.issues ?? [];
  const reasons: Record<string, string[]> = {};
  for (const issue of issues) {
    for (const name of issue.keys ?? [""]) {
      const field = [...(issue.path ?? []).map(String), name].filter(Boolean).join(".") || "body";
      reasons[field] = [...(reasons[field] ?? []), reasonOf(issue)];
    }
  }
  return reasons;
}
