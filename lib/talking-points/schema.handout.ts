import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { slug } from "@/lib/platform/text/schema";
import { audiences, talkingPointStatuses } from "./constants";
import { clause, pair, versionNumber } from "./schema.text";

/** For members among themselves, or for somebody outside the network: there fewer names are said. */
export const handoutInput = z.strictObject({
  id: slug,
  /** The version that may be quoted, or where none may yet, the one in force. */
  version: versionNumber.optional(),
  /** The first that the point is meant for. */
  audience: z.enum(audiences).optional(),
  /** Of the texts and of everything around them. */
  language: z.enum(["en", "fr"]).optional(),
});
export type HandoutInput = z.output<typeof handoutInput>;
export const handoutFileInput = handoutInput.extend({ paper: z.enum(["a4", "letter"]).default("letter") });

/** What qualifies the words. Without a name it is "one organization": its name is for the network. */
const remark = z.object({
  kind: z.enum(["objection", "standAside", "reservation"]),
  organization: organizationName.nullable(),
  /** The clause whose exact words it is about, and the clauses that it covers; none for the whole text. */
  anchor: z.object({ clause: z.number().int(), text: pair }).nullable(),
  clauses: z.array(z.number().int()),
  text: pair.nullable(),
  lift: pair.nullable(),
  joinedBy: z.array(organizationName),
});
export type Remark = z.output<typeof remark>;

/** A version as somebody takes it along: who stands behind it, what it says, and everything that qualifies it. */
export const handout = z.object({
  id: z.string(),
  slug: z.string(),
  title: pair,
  audience: z.enum(audiences),
  language: z.enum(["en", "fr"]),
  number: z.number().int(),
  digest: z.string(),
  postedOn: z.iso.date(),
  /** The day on which it was made. */
  day: z.iso.date(),
  status: z.enum(talkingPointStatuses),
  /** The words that the status "usable" belongs to, and those in force. */
  usableVersion: z.number().int().nullable(),
  current: z.number().int(),
  reviewBy: z.iso.date(),
  stale: z.boolean(),
  caution: pair.nullable(),
  /** Why it was retired. */
  reason: pair.nullable(),
  behind: z.array(organizationName),
  /** Those that stand behind some clauses alone. */
  partly: z.array(z.object({ organization: organizationName, clauses: z.array(z.number().int()) })),
  clauses: z.array(clause.omit({ viewer: true, translation: true })),
  remarks: z.array(remark),
});
export type Handout = z.output<typeof handout>;
