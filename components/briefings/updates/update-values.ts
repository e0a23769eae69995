import type { InferRouterInputs } from "@orpc/server";
import type { FormValues } from "@/components/forms/saved-values";
import type { Router } from "@/lib/api/router";
import type { OwnFiling } from "@/lib/briefings/schema.updates";
import { pairOf } from "../agenda/agenda-values";

type FileInput = InferRouterInputs<Router>["briefings"]["updates"]["file"];

/** Lines stand in the form under names of their own, in the order of this list. */
export const lineNames = (values: FormValues) => (values.lines ?? "").split(" ").filter(Boolean);

/** The next free name: never one that was used, so that what was typed under it cannot come back. */
export function nextLine(values: FormValues): string {
  const used = Object.keys(values).flatMap((key) => /^n(\d+)\./.exec(key)?.[1] ?? []);
  return `n${Math.max(0, ...used.map(Number), ...lineNames(values).map((it) => Number(it.slice(1)) || 0)) + 1}`;
}

/** What is filed, to be changed; one empty line where nothing is. */
export function valuesOfFiling({ lines }: Pick<OwnFiling, "lines">): FormValues {
  const values: FormValues = { lines: lines.length > 0 ? lines.map((_, at) => `n${at + 1}`).join(" ") : "n1" };
  for (const [at, { what, theme, when, contact, help }] of lines.entries()) {
    const name = `n${at + 1}`;
    Object.assign(values, {
      [`${name}.what.en`]: what.en ?? "",
      [`${name}.what.fr`]: what.fr ?? "",
      [`${name}.theme`]: theme?.slug ?? "",
      [`${name}.when.en`]: when.en ?? "",
      [`${name}.when.fr`]: when.fr ?? "",
      [`${name}.contact`]: contact ?? "",
      [`${name}.help.en`]: help.en ?? "",
      [`${name}.help.fr`]: help.fr ?? "",
    });
  }
  return values;
}

const parts = ["what.en", "what.fr", "theme", "when.en", "when.fr", "contact", "help.en", "help.fr"];

/** The lines in which something is written. A line that was left empty is none. */
export const writtenLines = (values: FormValues) =>
  lineNames(values).filter((name) => parts.some((part) => values[`${name}.${part}`]?.trim()));

export const fileInput = (values: FormValues, key: { id: string; organization: string }): FileInput => ({
  ...key,
  lines: writtenLines(values).map((name) => ({
    what: pairOf(values, `${name}.what`),
    theme: values[`${name}.theme`] || null,
    when: pairOf(values, `${name}.when`),
    contact: values[`${name}.contact`]?.trim() ?? "",
    help: pairOf(values, `${name}.help`),
  })),
});

/** The API names a line by its place, the form by its own name: `lines.2.what` is `n5.what`. */
export function fieldInUpdate(field: string, values: FormValues): string {
  const [, place, rest] = /^lines\.(\d+)\.?(.*)$/.exec(field) ?? [];
  const name = place === undefined ? undefined : writtenLines(values)[Number(place)];
  return name === undefined ? field : `${name}.${rest || "what"}`;
}
