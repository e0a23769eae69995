import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { bilingualText, line, slug } from "@/lib/platform/text/schema";
import { organizationName } from "../organizations/schema";
import { attributionRules, briefingKinds, briefingParts, briefingStates, maxItems } from "./constants";
import {
  agendaKinds,
  declineCharacters,
  itemMinutesLimit,
  itemOutcomes,
  itemTitleCharacters,
  offeredKinds,
  proposableKinds,
  thingKinds,
  whyCharacters,
} from "./constants.agenda";

/** A text in one language, in both or in none. */
const pair = z.object({ en: z.string().nullable(), fr: z.string().nullable() });

/** A meeting as others point at it. */
export const briefingName = z.object({
  slug: z.string(),
  kind: z.enum(briefingKinds),
  part: z.enum(briefingParts),
  title: pair,
  startsAt: z.iso.datetime().nullable(),
  zone: z.string(),
});
export type BriefingName = z.output<typeof briefingName>;

/** A moment of a meeting: the instant, and what the clock of its zone shows then. */
const moment = z.object({ at: z.iso.datetime(), wall: z.string() });

/** For the caucus alone: who raises an item, and who answers. */
const caucus = z.object({ raises: organizationName.nullable(), answers: z.array(organizationName) });

export const agendaItem = z.object({
  id: z.uuid(),
  kind: z.enum(agendaKinds),
  /** The thing that it speaks of: how it is cited, where it has its page, and its own title. */
  about: z.object({ ref: z.string(), slug: z.string(), title: pair }).nullable(),
  /** Its own title; without one in either language it has that of the thing. */
  title: pair,
  why: pair,
  minutes: z.int(),
  /** How many minutes into the meeting it begins; null while it is only proposed. */
  after: z.int().nullable(),
  starts: moment.nullable(),
  lead: organizationName.nullable(),
  /** Its own rule, tighter than the meeting's; and the one that holds. */
  attribution: z.enum(attributionRules).nullable(),
  rule: z.enum(attributionRules),
  inheritedFrom: briefingName.nullable(),
  outcome: z.enum(itemOutcomes),
  papers: z.int(),
  proposedBy: organizationName.nullable(),
  /** Null unless the caucus's view was asked for. */
  caucus: caucus.nullable(),
  /** Why the host left it off: for the host, and for whoever proposed it. */
  declined: z.object({ at: z.iso.datetime(), reason: pair }).nullable(),
  viewer: z.object({ mayTakeBack: z.boolean() }),
});
export type AgendaItem = z.output<typeof agendaItem>;

export const agenda = z.object({
  briefing: briefingName,
  state: z.enum(briefingStates),
  /** The meeting that a caucus or a debrief belongs to. */
  partOf: briefingName.nullable(),
  /** What If-Match takes. */
  version: z.int(),
  attribution: z.enum(attributionRules),
  /** How long the meeting is, what its items add up to, and by how many minutes that is too much. */
  minutes: z.int(),
  total: z.int(),
  over: z.int(),
  starts: moment.nullable(),
  /** When the last item is over, if each takes its minutes. */
  ends: moment.nullable(),
  items: z.array(agendaItem),
  /** What organizations proposed and the host did not put in order. */
  proposed: z.array(agendaItem),
  /** Until which day items may be proposed. */
  call: z.object({ closesOn: z.iso.date(), open: z.boolean() }).nullable(),
  /** Who hosts and who is asked to come: they can be named on an item. */
  organizations: z.array(organizationName),
  /** An earlier meeting, and how many of its items were not reached and are on no later agenda yet. */
  left: z.object({ briefing: briefingName, count: z.int() }).nullable(),
  viewer: z.object({
    mayEdit: z.boolean(),
    /** Say what was reached. */
    mayMark: z.boolean(),
    /** The viewer's own organizations that may propose an item now. */
    proposesFor: z.array(organizationName),
  }),
});
export type Agenda = z.output<typeof agenda>;

const briefingKey = { id: slug };
const itemKey = { ...briefingKey, item: z.uuid() };

/** Text, as every choice in an address is. */
export const agendaQuery = z.strictObject({ ...briefingKey, caucus: z.enum(["true"]).optional() });

const lines = (max: number) => z.strictObject({ en: line(max).optional(), fr: line(max).optional() });
const isWritten = ({ en, fr }: { en?: string | undefined; fr?: string | undefined } = {}) => Boolean(en || fr);
/** How a thing is named: a recommendation by its number in the report, the others by their addresses. */
const thing = z.stringFormat("name", /^[A-Za-z0-9][A-Za-z0-9-]{0,159}$/);
const isThing = (kind: string) => (thingKinds as readonly string[]).includes(kind);

type Spoken = {
  kind: string;
  about?: string | undefined;
  title?: { en?: string | undefined; fr?: string | undefined };
};

/** It speaks of one thing of the kind it says, or has a title of its own. */
function speaksOfItsKind({ kind, about, title }: Spoken, context: z.core.$RefinementCtx) {
  const wrong = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (isThing(kind) && about === undefined) wrong("about", "required");
  if (!isThing(kind) && about !== undefined) wrong("about", "invalid");
  if (kind === "free" && !isWritten(title)) wrong("title", "required");
}

const itemTexts = {
  about: thing.optional(),
  title: lines(itemTitleCharacters).default({}),
  why: bilingualText(whyCharacters).default({}),
  minutes: z.int().min(0).max(itemMinutesLimit),
};

export const itemInput = z
  .strictObject({
    /** Of an item that is there or was proposed; a new one has any other. Sent twice it is still one item. */
    id: z.uuid().overwrite((it) => it.toLowerCase()),
    kind: z.enum(agendaKinds),
    ...itemTexts,
    lead: slug.nullable().default(null),
    attribution: z.enum(attributionRules).nullable().default(null),
    /** For the caucus alone. What is left out stays as it is. */
    raises: slug.nullable().optional(),
    answers: z.array(slug).max(20).optional(),
  })
  .superRefine(speaksOfItsKind);
export type ItemInput = z.output<typeof itemInput>;

const differ = (ids: readonly string[]) => new Set(ids).size === ids.length;

/** The whole agenda in its order. What stood on it and is left out is taken off; what an organization proposed is proposed again. */
export const agendaInput = z.strictObject({
  ...briefingKey,
  items: z
    .array(itemInput)
    .max(maxItems)
    .refine((items) => differ(items.map(({ id }) => id)), "invalid"),
});
export type AgendaInput = z.output<typeof agendaInput>;

export const proposeInput = z
  .strictObject({ ...briefingKey, onBehalfOf: slug, kind: z.enum(proposableKinds), ...itemTexts })
  .superRefine(speaksOfItsKind);
export type ProposeInput = z.output<typeof proposeInput>;

export const declineInput = z.strictObject({
  ...itemKey,
  reason: bilingualText(declineCharacters).refine(isWritten, "reasonMissing"),
});
export type DeclineInput = z.output<typeof declineInput>;

export const takeBackInput = z.strictObject(itemKey);
export type TakeBackInput = z.output<typeof takeBackInput>;

/** What became of each item. Those that are left out stay as they are. */
export const outcomesInput = z.strictObject({
  ...briefingKey,
  outcomes: z.array(z.strictObject({ item: z.uuid(), outcome: z.enum(itemOutcomes) })).max(maxItems),
});
export type OutcomesInput = z.output<typeof outcomesInput>;

/** From the meeting that this one follows, unless another is named. */
export const inheritInput = z.strictObject({ ...briefingKey, from: slug.optional() });
export type InheritInput = z.output<typeof inheritInput>;

/** On which agendas a thing stands. */
const discussion = z.object({ briefing: briefingName, outcome: z.enum(itemOutcomes) });
export type Discussion = z.output<typeof discussion>;

export const discussionsInput = z
  .strictObject({ ...pageQuery, kind: z.enum(thingKinds), about: thing })
  .describe("On which agendas a thing stands");
export type DiscussionsInput = z.output<typeof discussionsInput>;
export const discussionList = listOf(discussion);

/** Each recommendation with how often it stood on an agenda, and the last few times. */
export const discussedList = z.object({
  items: z.array(z.object({ ref: z.string(), total: z.int(), latest: z.array(discussion) })),
});
export type Discussed = z.output<typeof discussedList>["items"][number];

export const offered: ReadonlySet<string> = new Set(offeredKinds);
