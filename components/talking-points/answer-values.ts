import type { InferRouterInputs } from "@orpc/server";
import type { FormValues } from "@/components/forms/saved-values";
import type { Router } from "@/lib/api/router";
import type { EndorsementResponse, Usage } from "@/lib/talking-points/constants";
import type { Endorsement, OwnEndorsement } from "@/lib/talking-points/schema.endorsements";
import type { Clause } from "@/lib/talking-points/schema.text";

type Input = InferRouterInputs<Router>["talkingPoints"]["endorsements"]["endorse"];

const texts = ["reservation", "anchor", "reason", "lift"] as const;
const named = (text: string, pair: { en: string | null; fr: string | null } | null) => ({
  [`${text}.en`]: pair?.en ?? "",
  [`${text}.fr`]: pair?.fr ?? "",
});

/** The usage that goes with an answer, proposed and signed with it: without a signature there is none. */
export const usageFor: Record<EndorsementResponse, Usage> = {
  endorse: "will_use",
  endorse_with_reservation: "will_use",
  stand_aside: "will_not_contradict",
  object: "may_speak_against",
};

type ShownClause = Pick<Clause, "key" | "text" | "question">;
type Waiting = NonNullable<OwnEndorsement["waiting"]>;
/** What is filled in of an answer, given or signed once. */
type Fillable = Pick<Endorsement, "clauses" | "publicly" | "anchor" | "reservation" | "reason" | "lift">;

/** The exact words that an answer is about, where these clauses still have them. */
function anchorIn(answer: Fillable | null, clauses: readonly ShownClause[]) {
  const anchor = answer?.anchor;
  const clause = clauses.find(({ key }) => key === anchor?.clause);
  const stands = (language: "en" | "fr") => {
    const words = anchor?.text[language];
    return !words || [clause?.text, clause?.question].some((it) => it?.[language]?.includes(words));
  };
  return anchor && clause && stands("en") && stands("fr") ? anchor : null;
}

/** The answer that stands, to be given anew or changed; empty where there is none. Words that are gone are not named again. */
export function valuesOf(
  answer: Fillable | null,
  chosen: EndorsementResponse | undefined,
  clauses: readonly ShownClause[],
): FormValues {
  const anchor = anchorIn(answer, clauses);
  return {
    response: chosen ?? "",
    usage: "",
    clauses: answer?.clauses.join(" ") ?? "",
    publicly: answer?.publicly ? "true" : "",
    anchorClause: anchor?.clause ?? "",
    ...named("reservation", answer?.reservation ?? null),
    ...named("anchor", anchor?.text ?? null),
    ...named("reason", answer?.reason ?? null),
    ...named("lift", answer?.lift ?? null),
  };
}

/** The first signature to exactly these words: one to others is void, and nobody signs second. */
export const waitingFor = ({ waiting }: Pick<OwnEndorsement, "waiting">, version: number) =>
  waiting?.version === version ? waiting : null;

/** The usage that is filled in with a response: the one that was signed first with it, else the one that goes with it. */
export const usageWith = (response: string, waiting: Waiting | null) =>
  waiting && waiting.response === response ? waiting.usage : "";

type Begun = { chosen: EndorsementResponse | undefined; version: number; clauses: readonly ShownClause[] };

/**
 * What the form begins with. Where a first signature waits, it is that answer: sent unchanged it is the same one, and the
 * second signature is to what the first was to. Whoever signed first is not led to sign again.
 */
export function beginAnswer(
  own: Pick<OwnEndorsement, "answer" | "waiting">,
  { chosen, version, clauses }: Begun,
): FormValues {
  const waiting = waitingFor(own, version);
  const response = chosen ?? (waiting?.mine ? undefined : waiting?.response);
  return { ...valuesOf(waiting ?? own.answer, response, clauses), usage: usageWith(response ?? "", waiting) };
}

type Fitting = { clauses: readonly Pick<Clause, "key">[]; publicly: boolean };

/**
 * What was filled in or kept on this device, as far as these words have it and this signatory may say it: an answer to
 * other words may name clauses that are gone, and a mandate may have ended since.
 */
export function fitValues(values: FormValues, { clauses, publicly }: Fitting): FormValues {
  const there = new Set(clauses.map(({ key }) => key));
  const anchored = there.has(values.anchorClause ?? "");
  return {
    ...values,
    clauses: clausesOf(values)
      .filter((key) => there.has(key))
      .join(" "),
    publicly: publicly ? (values.publicly ?? "") : "",
    ...(!anchored && { anchorClause: "", "anchor.en": "", "anchor.fr": "" }),
  };
}

/** The API's names of fields, as the form has them. */
export const fieldInAnswer = (field: string) =>
  field === "anchor.clause" ? "anchorClause" : field.replace(/^anchor\.text/, "anchor");

/** Which of the four texts an answer carries. */
export const textsOf: Record<EndorsementResponse, readonly (typeof texts)[number][]> = {
  endorse: [],
  endorse_with_reservation: ["reservation", "anchor"],
  stand_aside: ["reason", "anchor"],
  object: ["reason", "lift", "anchor"],
};

const typed = (values: FormValues, name: string) => {
  const [en, fr] = [values[`${name}.en`]?.trim(), values[`${name}.fr`]?.trim()];
  return { ...(en && { en }), ...(fr && { fr }) };
};
const isTyped = (pair: object) => Object.keys(pair).length > 0;

export const clausesOf = (values: FormValues) => (values.clauses ?? "").split(" ").filter(Boolean);

/** What was typed, as the API takes it; the texts that another answer would carry are left out. */
export function answerInput(
  values: FormValues,
  { id, version, digest, onBehalfOf }: Pick<Input, "id" | "version" | "digest" | "onBehalfOf">,
): Input {
  const response = values.response as EndorsementResponse;
  const carried = textsOf[response];
  const plain = carried.filter((it) => it !== "anchor" && isTyped(typed(values, it)));
  // Also without words: whoever names a clause is told that they are missing.
  const anchor = carried.includes("anchor") && values.anchorClause;
  return {
    ...{ id, version, digest, onBehalfOf, response },
    usage: (values.usage as Usage) || usageFor[response],
    clauses: clausesOf(values),
    publicly: values.publicly === "true",
    ...Object.fromEntries(plain.map((it) => [it, typed(values, it)])),
    ...(anchor && { anchor: { clause: values.anchorClause ?? "", text: typed(values, "anchor") } }),
  };
}
