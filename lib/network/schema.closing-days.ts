import { z } from "zod";
import { codesOf } from "@/lib/platform/i18n/codes";
import { line } from "@/lib/platform/text/schema";
import { sensibleDay, sensibleYears } from "@/lib/platform/time/sensible-day";
import { addDays } from "@/lib/platform/time/working-days";
import { closingKinds, enteredKinds, longestClosing, maxClosings } from "./constants";
import { endsAfterItBegins } from "./rules";

const nameLength = 120;
const bilingual = z.object({ en: z.string(), fr: z.string() });
const province = z.enum(codesOf("province"));

/** Days on which offices are closed or people are away, both ends included. */
const closing = z.object({
  kind: z.enum(closingKinds),
  firstOn: z.iso.date(),
  lastOn: z.iso.date(),
  name: bilingual,
  /** Where it holds; everywhere if there is none. */
  provinces: z.array(province),
});
export type Closing = z.output<typeof closing>;

const entered = closing.extend({ kind: z.enum(enteredKinds) });
export type EnteredClosing = z.output<typeof entered>;

export const closingDays = z.object({
  year: z.number().int(),
  /** Everything that closes in this year, day by day: federal holidays and what was entered. */
  closings: z.array(closing),
  /** Holidays of provinces in this year that the network has not entered, ready to be. */
  suggested: z.array(entered),
  /** All that was entered, of every year: what is sent back to change it. */
  entered: z.array(entered),
  version: z.number().int(),
  viewer: z.object({ mayChange: z.boolean() }),
});
export type ClosingDays = z.output<typeof closingDays>;

const year = z.coerce.number().int().min(sensibleYears.first).max(sensibleYears.last);
/** This year, unless another is given. */
export const closingDaysInput = z.strictObject({ year: year.optional() });

const enteredInput = z
  .strictObject({
    kind: z.enum(enteredKinds),
    firstOn: sensibleDay,
    lastOn: sensibleDay,
    name: z.strictObject({ en: line(nameLength).min(1), fr: line(nameLength).min(1) }),
    provinces: z
      .array(province)
      .max(province.options.length)
      .transform((given) => [...new Set(given)].sort())
      .default([]),
  })
  .refine(endsAfterItBegins, { message: "endsBeforeItBegins", path: ["lastOn"] })
  .refine(({ firstOn, lastOn }) => lastOn < addDays(firstOn, longestClosing), {
    message: "closingTooLong",
    path: ["lastOn"],
  })
  .refine(({ kind, provinces }) => kind !== "provincial" || provinces.length > 0, {
    message: "chooseProvinces",
    path: ["provinces"],
  })
  .refine(({ kind, provinces }) => kind === "provincial" || provinces.length === 0, {
    message: "onlyForProvincial",
    path: ["provinces"],
  });

/** The whole list, as it is to be from now on: what is not in it is removed. */
export const keepClosingDaysInput = z.strictObject({
  entered: z.array(enteredInput).max(maxClosings),
  /** The year whose days the answer says: this one, unless another is given. */
  year: year.optional(),
});
export type KeepClosingDaysInput = z.output<typeof keepClosingDaysInput>;
