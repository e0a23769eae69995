export type FormValues = Record<string, string>;
/** Several of a list, as a form keeps them. */
export const listed = (values: FormValues, name: string) => (values[name] ?? "").split(" ").filter(Boolean);
/** What a form holds: plain strings, so that half a sentence is saved as well as a whole one; null where nothing was picked. */
export type FieldValues = Record<string, string | null>;

/** `version`: of the text that the typing began over; null before there was one, undefined where nobody counts versions. */
export type SavedValues<Values> = { values: Values; at: string | null; version?: number | null | undefined };

export const isSameValues = (a: FieldValues, b: FieldValues) =>
  Object.keys({ ...a, ...b }).every((name) => a[name] === b[name]);

/** What is stored for a form: nothing where it holds what the page has anyway. */
export const toStored = <Values extends FieldValues>(
  values: Values,
  initial: Values,
  kept: Omit<SavedValues<Values>, "values">,
): SavedValues<Values> | null => (isSameValues(values, initial) ? null : { values, ...kept });

const isText = (entry: [string, unknown]): entry is [string, string | null] =>
  typeof entry[1] === "string" || entry[1] === null;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/**
 * What is in the browser's storage for a form, over its initial values; null where there is nothing to restore. Older pages
 * stored the bare values without time and version: those are read too, so that an update loses nobody's text.
 */
export function parseSaved<Values extends FieldValues>(
  stored: string | null,
  initial: Values,
): SavedValues<Values> | null {
  let found: unknown;
  try {
    found = JSON.parse(stored ?? "null");
  } catch {
    return null;
  }
  if (!isObject(found)) return null;
  const wrapped = isObject(found.values);
  const given: unknown = wrapped ? found.values : found;
  const texts = isObject(given) ? Object.fromEntries(Object.entries(given).filter(isText)) : {};
  const values: Values = { ...initial, ...texts };
  if (isSameValues(values, initial)) return null;
  const version = typeof found.version === "number" || found.version === null ? found.version : undefined;
  return {
    values,
    at: wrapped && typeof found.at === "string" ? found.at : null,
    version: wrapped ? version : undefined,
  };
}
