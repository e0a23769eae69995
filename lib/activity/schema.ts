import { z } from "zod";

/** A random id. What it belongs to can be deleted; the record keeps the id. */
export const id = z.guid();
/** The SHA-256 of a text, never the text. */
export const digest = z.stringFormat("digest", /^[0-9a-f]{64}$/);
/** A number: a version, a revision, how many. */
export const count = z.int();
/** A number that counts nothing, such as a share. */
export const amount = z.number();
export const flag = z.boolean();
export const day = z.iso.date();
export const moment = z.iso.datetime();
/** One of a few words of the program's own. */
export const code = z.enum;
/** Several of the program's own words, such as the names of the fields that changed, with a space between. */
export const codes = z.stringFormat("codes", /^([A-Za-z_]{1,40}( |$))*$/);

type PlainFact =
  | typeof id
  | typeof digest
  | typeof count
  | typeof amount
  | typeof flag
  | typeof day
  | typeof moment
  | typeof codes
  | z.ZodEnum;

/**
 * What the record may keep: ids, codes, numbers, digests. A row of it is never changed and never deleted, so a text, a name
 * or an address has no type here and would stay for ever.
 */
export type Fact = PlainFact | z.ZodOptional<PlainFact> | z.ZodNullable<PlainFact>;

export type ActivityKind = {
  facts: z.ZodObject<Shape, z.core.$strict>;
  /** Somebody is mailed about it: who, and what they read, stands in the noun's jobs. */
  notifies: boolean;
};
/** What can be recorded of a noun, by name. */
export type ActivityKinds = Readonly<Record<string, ActivityKind>>;

type Shape = Record<string, Fact>;
type Declared<F extends Shape, N extends boolean> = { facts: z.ZodObject<F, z.core.$strict>; notifies: N };

/** Something that is recorded, with the facts it is recorded with. Without any, none are taken. */
export function recorded(): Declared<Record<never, never>, false>;
export function recorded<const F extends Shape>(facts: F): Declared<F, false>;
export function recorded(facts: Shape = {}): Declared<Shape, false> {
  return { facts: z.strictObject(facts), notifies: false };
}

/** Something that is recorded and that somebody is mailed about. */
export function notified(): Declared<Record<never, never>, true>;
export function notified<const F extends Shape>(facts: F): Declared<F, true>;
export function notified(facts: Shape = {}): Declared<Shape, true> {
  return { facts: z.strictObject(facts), notifies: true };
}

export type FactsOf<K extends ActivityKind> = z.output<K["facts"]>;

/** The facts as they lie in the database. */
export type StoredFacts = Record<string, string | number | boolean | null>;

/** Where the record had come to at some moment, as noted outside the database. */
export const keptHead = z.strictObject({
  at: z.iso.datetime(),
  rows: z.int().min(0),
  id: z.string().regex(/^\d+$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** After these two, what was noted earlier speaks of another record. */
  occasion: z.enum(["first start", "daily", "backup", "restored", "begun anew"]),
});

export type KeptHead = z.output<typeof keptHead>;
export type Occasion = KeptHead["occasion"];
