import type { InferRouterInputs } from "@orpc/server";
import type { FormValues } from "@/components/forms/saved-values";
import type { Router } from "@/lib/api/router";
import type { EndorsementResponse, Usage } from "@/lib/talking-points/constants";
import type { Endorsement } from "@/lib/talking-points/schema.endorsements";

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

/** The answer that stands, to be given anew or changed; empty where there is none. */
export const valuesOf = (answer: Endorsement | null, chosen: EndorsementResponse | undefined): FormValues => ({
  response: chosen ?? "",
  usage: "",
  clauses: answer?.clauses.join(" ") ?? "",
  publicly: answer?.publicly ? "true" : "",
  anchorClause: answer?.anchor?.clause ?? "",
  ...named("reservation", answer?.reservation ?? null),
  ...named("anchor", answer?.anchor?.text ?? null),
  ...named("reason", answer?.reason ?? null),
  ...named("lift", answer?.lift ?? null),
});

/** Which of the four texts an answer carries. */
export const textsOf: Record<EndorsementResponse, readonly (typeof texts)[number][]> = {
  endorse: [],
  endorse_with_reservation: ["reservation", "anchor"],
  stand_aside: ["reason"],
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
  const anchor = carried.includes("anchor") && values.anchorClause && isTyped(typed(values, "anchor"));
  return {
    ...{ id, version, digest, onBehalfOf, response },
    usage: (values.usage as Usage) || usageFor[response],
    clauses: clausesOf(values),
    publicly: values.publicly === "true",
    ...Object.fromEntries(plain.map((it) => [it, typed(values, it)])),
    ...(anchor && { anchor: { clause: values.anchorClause ?? "", text: typed(values, "anchor") } }),
  };
}
