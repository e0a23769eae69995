import "server-only";
import type { ORPCError } from "@orpc/server";
import { createTranslator } from "use-intl/core";
import { messagesIn } from "@/lib/platform/i18n/messages";

type Issue = { path?: PropertyKey[]; code?: string; message: string; keys?: string[] };

const own = new Set([
  "notAnAddress",
  "notUnicode",
  "controlCharacters",
  "oneLine",
  "hiddenCharacters",
  "reservationMissing",
  "reservationTooLong",
]);

function reasonOf(issue: Issue): string {
  if (own.has(issue.message)) return issue.message;
  if (issue.code === "too_big") return "tooLong";
  if (issue.code === "unrecognized_keys") return "unknownField";
  return issue.code === "invalid_type" && /undefined/.test(issue.message) ? "required" : "invalid";
}

/** What zod found wrong, by field and in words, in the caller's language. */
export async function describeFields(error: ORPCError<string, unknown>, language: "en" | "fr") {
  const issues = (error.data as { issues?: Issue[] } | undefined)?.issues ?? [];
  const t = createTranslator({ locale: language, messages: await messagesIn(language), namespace: "errors.field" });
  const errors: Record<string, string[]> = {};
  for (const issue of issues) {
    const names = issue.keys ?? [""];
    for (const name of names) {
      const field = [...(issue.path ?? []).map(String), name].filter(Boolean).join(".") || "body";
      errors[field] = [...(errors[field] ?? []), t(reasonOf(issue) as Parameters<typeof t>[0])];
    }
  }
  return errors;
}
