import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { bilingualText, line, prose, slug } from "@/lib/platform/text/schema";
import { officeName } from "../offices/schema";
import { parities } from "../proposals/schema";
import { regimeArea } from "../propositions/schema";
import {
  audiences,
  clauseCharacters,
  clauseKinds,
  clauseLimit,
  questionCharacters,
  summaryCharacters,
  titleCharacters,
  versionChanges,
} from "./constants";

/** A text in one language or both. */
export const pair = z.object({ en: z.string().nullable(), fr: z.string().nullable() });
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const clauseKey = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const versionNumber = z.coerce.number().int().min(1).max(1_000_000);

const isWritten = ({ en, fr }: { en?: string | undefined; fr?: string | undefined }) => Boolean(en || fr);
const lines = (max: number) => z.strictObject({ en: line(max).optional(), fr: line(max).optional() });

/** A clause as it is written. `key` names the clause of an earlier version that it is; a new one has none. */
export const clauseInput = z
  .strictObject({
    key: clauseKey.optional(),
    kind: z.enum(clauseKinds),
    text: bilingualText(clauseCharacters).refine(isWritten, "required"),
    question: bilingualText(questionCharacters).optional(),
    /** A document of the library, and where in it. */
    source: z.strictObject({ item: slug, locator: line(200).optional() }).optional(),
    /** The office that is asked. */
    of: slug.optional(),
    /** Who of the organization translates what is missing, and by which day. */
    translation: z.strictObject({ person: z.uuid().optional(), by: z.iso.date().optional() }).optional(),
  })
  .superRefine(({ kind, question, source, of }, context) => {
    const need = (field: string, there: boolean) => {
      if (!there) context.addIssue({ code: "custom", path: [field], message: "required" });
    };
    if (kind === "if_asked") need("question", question !== undefined && isWritten(question));
    if (kind === "proof") need("source", source !== undefined);
    if (kind === "ask") need("of", of !== undefined);
  });
export type ClauseInput = z.output<typeof clauseInput>;

const differ = (names: readonly unknown[]) => new Set(names).size === names.length;
const several = (max: number) => z.array(slug).max(max).refine(differ, "invalid");

export const textInput = {
  title: lines(titleCharacters).refine(isWritten, "required"),
  clauses: z
    .array(clauseInput)
    .min(1)
    .superRefine((clauses, context) => {
      if (clauses.length > clauseLimit) context.addIssue({ code: "custom", message: "tooManyClauses" });
      const keys = clauses.flatMap(({ key }) => key ?? []);
      if (!differ(keys)) context.addIssue({ code: "custom", message: "invalid" });
    }),
};

/** What stands around the words. */
export const aboutInput = {
  themes: several(12).min(1),
  propositions: several(40).default([]),
  regimeAreas: z.array(regimeArea).min(1).refine(differ, "invalid"),
  sources: several(20).default([]),
  audiences: z.array(z.enum(audiences)).min(1).refine(differ, "invalid"),
  /** Six months from now when silent. */
  reviewBy: z.iso.date().optional(),
};

export const versionInput = z.strictObject({
  id: slug,
  /** The lead that posts it. */
  onBehalfOf: slug,
  ...textInput,
  /** What changed, for those who are asked again. */
  summary: bilingualText(summaryCharacters).refine(isWritten, "required"),
  /** The clauses whose change alters neither meaning nor commitment, by their keys. */
  editorial: z.array(clauseKey).max(clauseLimit).default([]),
  themes: aboutInput.themes.optional(),
  propositions: several(40).optional(),
});
export type VersionInput = z.output<typeof versionInput>;

const parityState = z.object({
  state: z.enum(parities),
  reason: pair.nullable(),
  by: organizationName.nullable(),
  since: z.iso.datetime().nullable(),
  /** The version that it was judged in, where the clause came unchanged from there. */
  judgedVersion: z.number().int().nullable(),
  /** Disputed a moment ago: new answers wait for a third reader until the end of this day. */
  waitsUntil: z.iso.date().nullable(),
});

/** Whether the viewer may judge the two languages of a clause, for at least one of their organizations. */
export const clause = z.object({
  number: z.number().int(),
  key: z.string(),
  kind: z.enum(clauseKinds),
  text: pair,
  question: pair.nullable(),
  source: z
    // The line as it is signed, and for readers of French where the library has a title for them.
    .object({
      line: z.string(),
      lineFr: z.string().nullable(),
      item: z.string().nullable(),
      locator: z.string().nullable(),
      outside: z.boolean(),
    })
    .nullable(),
  of: officeName.nullable(),
  parity: parityState,
  translation: z
    .object({
      language: z.enum(["en", "fr"]),
      organization: organizationName,
      dueOn: z.iso.date(),
      /** Who of it, for their own organization alone. */
      person: z.string().nullable(),
    })
    .nullable(),
  viewer: z.object({ mayJudge: z.boolean() }),
});
export type Clause = z.output<typeof clause>;

/** A contest: an endorser says that a change which was claimed to be editorial alters the meaning. */
export const contest = z.object({
  organization: organizationName,
  clause: z.string(),
  reason: pair,
  at: z.iso.datetime(),
});

/** A version without its clauses. */
export const versionName = z.object({
  number: z.number().int(),
  digest: z.string(),
  title: pair,
  summary: pair,
  by: organizationName,
  at: z.iso.datetime(),
  /** As it counts now: contested, an editorial change is a material one. */
  change: z.enum(versionChanges),
  editorialClauses: z.array(z.string()),
  contests: z.array(contest),
});
export type VersionName = z.output<typeof versionName>;

export const version = versionName.extend({
  themes: z.array(z.string()),
  propositions: z.array(z.string()),
  clauses: z.array(clause),
  /** More clauses than a text should have. */
  splitSuggested: z.boolean(),
  /** Until when an endorser may contest that it is editorial; null where nothing was claimed. */
  contestUntil: z.iso.date().nullable(),
  /** In whose name the viewer judges the two languages of its clauses: the first of theirs that may write it. */
  viewer: z.object({ judge: z.string().nullable() }),
});
export type Version = z.output<typeof version>;

export const versionKey = z.strictObject({ id: slug, number: versionNumber });

export const parityInput = z
  .strictObject({
    id: slug,
    number: versionNumber,
    clause: clauseKey,
    onBehalfOf: slug,
    /** Equal or not: that nobody said so yet is no judgement. */
    parity: z.enum(parities).exclude(["pending"]),
    reason: bilingualText(2000).optional(),
  })
  .superRefine(({ parity, reason }, context) => {
    if (parity === "disputed" && !isWritten(reason ?? {}))
      context.addIssue({ code: "custom", path: ["reason"], message: "reasonMissing" });
  });
export type ParityInput = z.output<typeof parityInput>;

export const contestInput = z.strictObject({
  id: slug,
  number: versionNumber,
  clause: clauseKey,
  onBehalfOf: slug,
  reason: z.strictObject({ en: prose(2000).optional(), fr: prose(2000).optional() }).refine(isWritten, "reasonMissing"),
});
export type ContestInput = z.output<typeof contestInput>;

const changedText = z.array(z.object({ kind: z.enum(["same", "removed", "added", "typography"]), text: z.string() }));
export const changedPair = z.object({ en: changedText, fr: changedText });
const before = { from: z.string().nullable(), to: z.string().nullable() };

/** A clause in two versions. `merged`: its words went into clause `into`. */
export const clauseComparison = z.object({
  key: z.string(),
  state: z.enum(["kept", "changed", "added", "removed", "merged"]),
  /** It stands in another order among those that stayed. */
  moved: z.boolean(),
  number: z.number().int().nullable(),
  was: z.number().int().nullable(),
  into: z.string().nullable(),
  kind: z.object({ from: z.enum(clauseKinds).nullable(), to: z.enum(clauseKinds).nullable() }),
  text: changedPair,
  question: changedPair.nullable(),
  source: z.object(before).nullable(),
  of: changedPair.nullable(),
});
export type ClauseComparison = z.output<typeof clauseComparison>;

export const comparison = z.object({
  from: versionName,
  to: versionName,
  title: changedPair,
  clauses: z.array(clauseComparison),
});
export type Comparison = z.output<typeof comparison>;
export const comparisonInput = z.strictObject({ id: slug, from: versionNumber, to: versionNumber });
