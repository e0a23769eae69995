import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { slug } from "@/lib/platform/text/schema";
import { bilingual } from "@/lib/propositions/schema";
import { stanceOn } from "../positions/schema.stances-on";
import { handout } from "../talking-points/schema.handout";
import { attributionRules, briefingKinds, briefingParts, briefingStates } from "./constants";
import { paper } from "./schema.papers";

const pair = z.object({ en: z.string().nullable(), fr: z.string().nullable() });
/** What the clock of the meeting shows, as `2026-12-15T09:00`. */
const wall = z.string();
const itemKinds = ["approval", "recommendation", "point", "proposition", "message", "commitment", "free"] as const;

const packItem = z.object({
  id: z.uuid(),
  number: z.number().int(),
  kind: z.enum(itemKinds),
  /** Of a recommendation, as the report numbers it. */
  ref: z.string().nullable(),
  /** Neither language where it speaks of a text that this viewer does not read. */
  title: pair,
  why: pair,
  minutes: z.number().int(),
  startsAt: wall.nullable(),
  lead: organizationName.nullable(),
  /** In a caucus alone. */
  raises: organizationName.nullable(),
  answerers: z.array(organizationName),
  /** Tighter than the meeting's; null where that holds. */
  attribution: z.enum(attributionRules).nullable(),
  inherited: z.boolean(),
});
export type PackItem = z.output<typeof packItem>;

const updateLine = z.object({
  what: pair,
  theme: bilingual.nullable(),
  when: pair,
  contact: z.string().nullable(),
  help: pair,
});
const packUpdate = z.object({ organization: organizationName, filedOn: z.iso.date(), lines: z.array(updateLine) });
export type PackUpdate = z.output<typeof packUpdate>;

/** A proposition on the agenda, with what was said of it. */
const packProposition = z.object({
  item: z.number().int(),
  slug: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  title: bilingual,
  statement: bilingual,
  stances: z.array(stanceOn.omit({ propositionId: true })),
});
export type PackProposition = z.output<typeof packProposition>;

/** What somebody takes along to a meeting: as it stands on a day, and as this viewer may read it. */
export const pack = z.object({
  slug: z.string(),
  kind: z.enum(briefingKinds),
  part: z.enum(briefingParts),
  state: z.enum(briefingStates),
  title: pair,
  purpose: pair,
  host: organizationName,
  place: pair,
  language: z.enum(["en", "fr"]),
  hours: z.enum(["h24", "h12"]),
  /** The day on which it was made. */
  day: z.iso.date(),
  illustrative: z.boolean(),
  /** Null until it is scheduled. */
  when: z.object({ start: wall, end: wall, zone: z.string() }).nullable(),
  attribution: z.enum(attributionRules),
  items: z.array(packItem),
  /** When the last item is over, and how long all of them take. */
  expectedEnd: wall.nullable(),
  minutes: z.number().int(),
  papers: z.array(paper.omit({ viewer: true })),
  updates: z.array(packUpdate),
  points: z.array(handout),
  propositions: z.array(packProposition),
});
export type Pack = z.output<typeof pack>;

export const packInput = z.strictObject({ id: slug, language: z.enum(["en", "fr"]).optional() });
export type PackInput = z.output<typeof packInput>;
export const packFileInput = packInput.extend({ paper: z.enum(["a4", "letter"]).default("letter") });
