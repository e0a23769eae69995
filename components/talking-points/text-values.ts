import type { InferRouterInputs } from "@orpc/server";
import { type FormValues, listed } from "@/components/forms/saved-values";
import type { Router } from "@/lib/api/router";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import type { Clause } from "@/lib/talking-points/schema.text";

type Inputs = InferRouterInputs<Router>["talkingPoints"];
type ProposeInput = Inputs["propose"];
type VersionInput = Inputs["postVersion"];
type ClauseInput = ProposeInput["clauses"][number];

/** Clauses stand in the form under names of their own, in the order of this list. */
export const clauseNames = (values: FormValues) => (values.clauses ?? "").split(" ").filter(Boolean);

/** The next free name: never one that was used, so that what was typed under it cannot come back. */
export function nextName(values: FormValues): string {
  const used = Object.keys(values).flatMap((key) => /^n(\d+)\./.exec(key)?.[1] ?? []);
  return `n${Math.max(0, ...used.map(Number), ...clauseNames(values).map((it) => Number(it.slice(1)) || 0)) + 1}`;
}

type WrittenClause = Pick<Clause, "key" | "kind" | "text" | "question"> & { item: string; locator: string; of: string };

const clauseValues = (name: string, clause: WrittenClause): FormValues => ({
  [`${name}.key`]: clause.key,
  [`${name}.kind`]: clause.kind,
  [`${name}.text.en`]: clause.text.en ?? "",
  [`${name}.text.fr`]: clause.text.fr ?? "",
  [`${name}.question.en`]: clause.question?.en ?? "",
  [`${name}.question.fr`]: clause.question?.fr ?? "",
  [`${name}.source`]: clause.item,
  [`${name}.locator`]: clause.locator,
  [`${name}.of`]: clause.of,
});

/** Clauses as they are written in the form, under names of their own. */
export function valuesOfClauses(clauses: readonly WrittenClause[]): FormValues {
  const names = clauses.map((_, index) => `n${index + 1}`);
  return {
    clauses: names.join(" "),
    ...Object.assign({}, ...clauses.map((clause, index) => clauseValues(names[index] ?? "", clause))),
  };
}

export const toWritten = (it: Clause): WrittenClause => ({
  ...{ key: it.key, kind: it.kind, text: it.text, question: it.question, of: it.of?.slug ?? "" },
  ...{ item: it.source?.item ?? "", locator: it.source?.locator ?? "" },
});

/** An empty point with one clause to begin with. */
export const emptyText = (organization: string): FormValues => ({
  organization,
  kind: "line",
  "title.en": "",
  "title.fr": "",
  clauses: "n1",
  "n1.kind": "key_message",
  themes: "",
  propositions: "",
  regimeAreas: "",
  sources: "",
  audiences: "officials",
  reviewBy: "",
  open: "true",
});

/** The words in force, to be written anew by one of their leads. */
export function valuesOfPoint(point: TalkingPointDetail, lead: string): FormValues {
  return {
    organization: lead,
    "title.en": point.title.en ?? "",
    "title.fr": point.title.fr ?? "",
    ...valuesOfClauses(point.text.clauses.map(toWritten)),
    themes: point.themes.join(" "),
    propositions: point.propositions.map(({ slug }) => slug).join(" "),
    "summary.en": "",
    "summary.fr": "",
    editorial: "",
  };
}

/** The words of a retired point, to be proposed anew: its clauses are new ones, and nobody has answered them. */
export function valuesAnew(point: TalkingPointDetail, organization: string): FormValues {
  const words = valuesOfPoint(point, organization);
  return {
    ...emptyText(organization),
    ...Object.fromEntries(Object.entries(words).filter(([name]) => !name.endsWith(".key"))),
    kind: point.kind,
    regimeAreas: point.regimeAreas.join(" "),
    audiences: point.audiences.join(" "),
    sources: point.sources.map((it) => it.slug).join(" "),
    proposesAnew: point.slug,
  };
}

export const pair = (values: FormValues, name: string) => {
  const [en, fr] = [values[`${name}.en`]?.trim(), values[`${name}.fr`]?.trim()];
  return { ...(en && { en }), ...(fr && { fr }) };
};

export function clauseInput(values: FormValues, name: string): ClauseInput {
  const kind = (values[`${name}.kind`] || "key_message") as ClauseInput["kind"];
  const at = (part: string) => values[`${name}.${part}`]?.trim() ?? "";
  const source = at("source");
  return {
    ...(at("key") && { key: at("key") }),
    kind,
    text: pair(values, `${name}.text`),
    ...(kind === "if_asked" && { question: pair(values, `${name}.question`) }),
    ...(source && { source: { item: source, ...(at("locator") && { locator: at("locator") }) } }),
    ...(kind === "ask" && at("of") && { of: at("of") }),
  };
}

const clausesOf = (values: FormValues) => clauseNames(values).map((name) => clauseInput(values, name));

export function proposeInput(values: FormValues): ProposeInput {
  return {
    organization: values.organization ?? "",
    kind: values.kind === "norm" ? "norm" : "line",
    title: pair(values, "title"),
    clauses: clausesOf(values),
    themes: listed(values, "themes"),
    propositions: listed(values, "propositions"),
    regimeAreas: listed(values, "regimeAreas") as ProposeInput["regimeAreas"],
    sources: listed(values, "sources"),
    audiences: listed(values, "audiences") as ProposeInput["audiences"],
    ...(values.reviewBy && { reviewBy: values.reviewBy }),
    ...(values.proposesAnew && { proposesAnew: values.proposesAnew }),
    open: values.open === "true",
  };
}

export function versionInput(values: FormValues, id: string): VersionInput {
  const names = clauseNames(values);
  const kept = names.map((name) => values[`${name}.key`]).filter(Boolean);
  return {
    id,
    onBehalfOf: values.organization ?? "",
    title: pair(values, "title"),
    clauses: clausesOf(values),
    summary: pair(values, "summary"),
    editorial: listed(values, "editorial").filter((key) => kept.includes(key)),
    themes: listed(values, "themes"),
    propositions: listed(values, "propositions"),
  };
}

/** The API names a clause by its place, the form by its own name: `clauses.2.text` is `n5.text`. */
export function fieldInForm(field: string, values: FormValues): string {
  const [, place, rest] = /^clauses\.(\d+)\.?(.*)$/.exec(field) ?? [];
  const name = place === undefined ? undefined : clauseNames(values)[Number(place)];
  if (name === undefined) return field;
  const part = rest === "source.item" ? "source" : rest === "source.locator" ? "locator" : (rest ?? "");
  return part === "" ? `${name}.text` : `${name}.${part}`;
}
