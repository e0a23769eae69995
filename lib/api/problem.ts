import "server-only";
import { createTranslator } from "use-intl/core";
import { errorKeyOf } from "@/lib/platform/i18n/error-key";
import { messagesIn } from "@/lib/platform/i18n/messages";

export type Problem = {
  status: number;
  reason: string;
  facts?: Record<string, unknown>;
  /** For bad shapes: what is wrong by field, as keys of `errors.field`. */
  errors?: Record<string, string[]>;
};

const titles: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  412: "Changed meanwhile",
  413: "Too large",
  415: "Unsupported media type",
  422: "Key used for something else",
  428: "Version required",
  429: "Too many requests",
  500: "Server error",
  503: "Overloaded",
};

/** What a sentence may name: how many, which line. */
const plainFacts = (facts: Record<string, unknown> = {}) =>
  Object.fromEntries(
    Object.entries(facts).filter((pair): pair is [string, string | number] =>
      ["string", "number"].includes(typeof pair[1]),
    ),
  );

/** The body of an RFC 9457 problem, with its detail in the caller's language. */
export async function describeProblem({ status, reason, facts, errors }: Problem, language: "en" | "fr") {
  const messages = await messagesIn(language);
  const t = createTranslator({ locale: language, messages, namespace: "errors" });
  const key = errorKeyOf(reason) as Parameters<typeof t>[0];
  const fieldMessage = (field: string) => t(`field.${field}` as Parameters<typeof t>[0]);
  return {
    type: `/problems/${reason.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    title: titles[status] ?? "Error",
    status,
    detail: t.has(key) ? t(key, plainFacts(facts)) : t("unknown"),
    ...(facts ?? {}),
    ...(errors
      ? { errors: Object.fromEntries(Object.entries(errors).map(([at, why]) => [at, why.map(fieldMessage)])) }
      : {}),
  };
}

/** A refusal by the gateway, before the router. */
export async function answerProblem(problem: Problem, language: "en" | "fr", headers: Record<string, string> = {}) {
  return Response.json(await describeProblem(problem, language), {
    status: problem.status,
    headers: { ...headers, "content-type": "application/problem+json", "cache-control": "private, no-store" },
  });
}

/** The same refusal for our own screens, in the form their client reads. */
export async function answerRpcProblem(problem: Problem, language: "en" | "fr", headers: Record<string, string> = {}) {
  const data = await describeProblem(problem, language);
  const code = (titles[problem.status] ?? "Error").toUpperCase().replaceAll(" ", "_");
  const json = { defined: false, code, status: problem.status, message: data.detail, data };
  return Response.json(
    { json },
    { status: problem.status, headers: { ...headers, "cache-control": "private, no-store" } },
  );
}
