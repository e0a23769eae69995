import type { InferRouterInputs } from "@orpc/server";
import type { FormValues } from "@/components/forms/saved-values";
import type { Router } from "@/lib/api/router";
import type { AmendmentKind } from "@/lib/talking-points/constants";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import type { Amendment } from "@/lib/talking-points/schema.amendments";
import { clauseInput, clauseNames, pair, toWritten, valuesOfClauses } from "./text-values";

type AmendmentInput = InferRouterInputs<Router>["talkingPoints"]["amendments"]["amend"];
type Matter = Omit<AmendmentInput, "id" | "onBehalfOf" | "version" | "open">;

/** In a list of clauses: before the first one. */
export const beginning = "beginning";

const put = (name: string, text: { en: string | null; fr: string | null } | null | undefined): FormValues => ({
  ...{ [`${name}.en`]: text?.en ?? "", [`${name}.fr`]: text?.fr ?? "" },
});

/** An amendment to a clause, to begin with its words as they are. */
export function newAmendment(point: TalkingPointDetail, clause: string, organization: string): FormValues {
  const chosen = point.text.clauses.find(({ key }) => key === clause);
  return {
    ...{ organization, kind: "words", clause, after: clause, clauses: "n1", "n1.kind": "key_message" },
    ...put("words", chosen?.text),
    ...put("question", chosen?.question),
    ...put("find", null),
    ...put("instead", null),
    ...put("title", point.title),
    ...put("summary", null),
    ...put("reason", null),
  };
}

/** A draft, to go on with. */
export function valuesOfDraft(point: TalkingPointDetail, draft: Amendment): FormValues {
  const everywhere = draft.kind === "everywhere";
  const clauses = draft.clauses.map((it) => ({
    ...{ key: it.key ?? "", kind: it.kind, text: it.text, question: it.question, item: it.source?.item ?? "" },
    ...{ locator: it.source?.locator ?? "", of: it.of ?? "" },
  }));
  return {
    ...newAmendment(point, draft.clause ?? "", draft.organization.slug),
    kind: draft.kind,
    after: draft.after ?? beginning,
    ...(clauses.length > 0 && valuesOfClauses(clauses)),
    ...(draft.kind === "words" && { ...put("words", draft.words), ...put("question", draft.question) }),
    ...(everywhere && { ...put("find", draft.find), ...put("instead", draft.words) }),
    ...(draft.title && put("title", draft.title)),
    ...put("summary", draft.summary),
    ...put("reason", draft.reason),
  };
}

/** The text with the words that are typed, as a form of a whole text has it; null where none are typed for a clause or for all. */
export function toRewritten(values: FormValues, point: Pick<TalkingPointDetail, "title" | "text">): FormValues | null {
  if (values.kind === "whole") return values;
  if (values.kind !== "words") return null;
  const text = valuesOfClauses(point.text.clauses.map(toWritten));
  const there = clauseNames(text).find((name) => text[`${name}.key`] === values.clause);
  // Words on a clause that the text has no longer are shown as such.
  const name = there ?? `n${point.text.clauses.length + 1}`;
  return {
    ...{ ...text, ...put("title", point.title), [`${name}.key`]: values.clause ?? "" },
    ...(!there && { clauses: `${text.clauses} ${name}` }),
    ...put(`${name}.text`, { en: values["words.en"] ?? "", fr: values["words.fr"] ?? "" }),
  };
}

function matterOf(values: FormValues, point: TalkingPointDetail): Matter {
  const kind = values.kind as AmendmentKind;
  const clause = values.clause ?? "";
  const after = values.after === beginning ? null : (values.after ?? "");
  const said = { summary: pair(values, "summary"), reason: pair(values, "reason") };
  const clauses = clauseNames(values).map((name) => clauseInput(values, name));
  if (kind === "drop") return { kind, clause, ...said };
  if (kind === "move") return { kind, clause, after, ...said };
  if (kind === "everywhere") return { kind, find: pair(values, "find"), words: pair(values, "instead"), ...said };
  if (kind === "new_clause") return { kind, after, clauses: clauses.slice(0, 1), ...said };
  if (kind === "whole") return { kind, title: pair(values, "title"), clauses, ...said };
  const before = point.text.clauses.find(({ key }) => key === clause);
  const isAsked = before?.kind === "if_asked";
  return {
    kind,
    clause,
    words: pair(values, "words"),
    ...(isAsked && { question: pair(values, "question") }),
    ...said,
  };
}

export const amendmentInput = (values: FormValues, point: TalkingPointDetail, open: boolean): AmendmentInput => ({
  ...{ id: point.slug, onBehalfOf: values.organization ?? "", version: point.number, open },
  ...matterOf(values, point),
});

/** The API calls the words that stand everywhere instead of others `words`, as it does those of a clause. */
export const fieldOf = (field: string, values: FormValues) =>
  values.kind === "everywhere" && /^words/.test(field) ? field.replace("words", "instead") : field;
