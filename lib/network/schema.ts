import { z } from "zod";
import { line } from "@/lib/platform/text/schema";
import { weekendRules } from "@/lib/platform/time/working-days";
import { foldTimeZone, isTimeZone } from "@/lib/platform/time/zone";
import { parityRules, tooFewBounds } from "./constants";

const bilingual = z.object({ en: z.string(), fr: z.string() });
const name = z.strictObject({ en: line(120).min(1), fr: line(120).min(1) });

/** Days on which nothing is due, both ends included. */
export const blackout = z.object({ firstOn: z.iso.date(), lastOn: z.iso.date(), name: bilingual });
export type Blackout = z.output<typeof blackout>;

export const network = z.object({
  kind: z.enum(["undecided", "demonstration", "real"]),
  name: bilingual,
  timeZone: z.string(),
  /** Whether 24 June closes offices as well, and what is kept of a holiday on a weekend: suggested deadlines go round these days. */
  quebecDay: z.boolean(),
  weekendRule: z.enum(weekendRules),
  /** Fewer stated stances than this make no category. */
  tooFewBelow: z.number().int(),
  /** From when both languages of a text must say the same: before anybody endorses it, or before it is released. */
  parityRule: z.enum(parityRules),
  /** Null for whoever is outside the network: when it rests is its own business. */
  blackouts: z.array(blackout).nullable(),
  version: z.number().int(),
  viewer: z.object({ mayChange: z.boolean() }),
});
export const networkInput = z.strictObject({});
export type Network = z.output<typeof network>;

/** What is left out stays as it is. When the network rests is changed with its closing days. */
export const settingsInput = z.strictObject({
  name: name.optional(),
  timeZone: z.string().max(60).refine(isTimeZone, "notATimeZone").transform(foldTimeZone).optional(),
  quebecDay: z.boolean().optional(),
  weekendRule: z.enum(weekendRules).optional(),
  tooFewBelow: z.number().int().min(tooFewBounds.least).max(tooFewBounds.most).optional(),
  parityRule: z.enum(parityRules).optional(),
});
export type SettingsInput = z.output<typeof settingsInput>;
