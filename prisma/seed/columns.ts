import { z } from "zod";
import { line } from "@/lib/platform/text/schema";

const reasons: Record<string, string> = {
  notUnicode: "is not well-formed Unicode",
  controlCharacters: "holds control characters",
  oneLine: "holds a line break",
  hiddenCharacters: "holds characters that nobody sees",
};

const oneLine = line(1000);

// The files say exactly what is shown: nothing is tidied on the way, as it would be for what people type.
function whatIsWrong(value: string): string | null {
  if (value.normalize("NFC") !== value) return "is not in Unicode's composed form (NFC)";
  if (value.trim() !== value) return "begins or ends with a space";
  const parsed = oneLine.safeParse(value);
  const issue = parsed.error?.issues[0];
  if (issue) return reasons[issue.message] ?? issue.message;
  return parsed.data === value ? null : "holds characters that nobody sees, or typed apostrophes and narrow spaces";
}

const cell = z.string().superRefine((value, context) => {
  const wrong = whatIsWrong(value);
  if (wrong) context.addIssue({ code: "custom", message: wrong });
});

/** Words that have to be there. */
export const text = cell.refine((value) => value !== "", "is empty");

/** Words, or none. */
export const optional = cell.transform((value) => value || null);

/** One of a closed list of codes. */
export const oneOf = <const T extends string>(codes: readonly T[]) =>
  z.enum(codes, { error: ({ input }) => `"${String(input)}" is not one of ${codes.join(", ")}` });

/** Names parted by semicolons. */
export const names = text.transform((value) => value.split(";"));

/** Several codes of a closed list, parted by semicolons. */
export const someOf = (codes: readonly string[]) =>
  names.superRefine((given, context) => {
    const wrong = given.find((code) => !codes.includes(code));
    if (wrong !== undefined)
      context.addIssue({ code: "custom", message: `"${wrong}" is not one of ${codes.join(", ")}` });
  });

export const flag = oneOf(["true", "false"]).transform((value) => value === "true");

export const whole = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, { error: ({ input }) => `"${String(input)}" is not a whole number above zero` })
  .transform(Number);

/** A whole number, or none. */
export const optionalWhole = z
  .string()
  .regex(/^(?:[1-9]\d{0,5})?$/, { error: ({ input }) => `"${String(input)}" is not a whole number above zero` })
  .transform((value) => (value ? Number(value) : null));

const isDay = (value: string) => !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

const isPartialDate = (value: string) =>
  /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(value) && (value.length < 10 || isDay(value));

const notADate = {
  error: ({ input }: { input?: unknown }) => `"${String(input)}" is not a date like 1994, 1956-11 or 2005-09-16`,
};

/** A date to the precision known. */
export const partialDate = z.string().refine(isPartialDate, notADate);

/** The same, or none. */
export const optionalDate = z
  .string()
  .refine((value) => value === "" || isPartialDate(value), notADate)
  .transform((value) => value || null);
