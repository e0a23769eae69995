import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { bilingualText, line, slug } from "@/lib/platform/text/schema";
import {
  amendmentFates,
  amendmentKinds,
  amendmentStates,
  amendmentSummaryCharacters,
  clauseCharacters,
  clauseKinds,
  clauseLimit,
  handlings,
  questionCharacters,
  reasonCharacters,
  titleCharacters,
} from "./constants";
import { changedPair, clauseInput, clauseKey, pair, versionNumber } from "./schema.text";

type Bilingual = { en?: string | undefined; fr?: string | undefined };
const isWritten = (text: Bilingual | undefined) => Boolean(text?.en || text?.fr);
const lines = (max: number) => z.strictObject({ en: line(max).optional(), fr: line(max).optional() });

const matterFields = {
  kind: z.enum(amendmentKinds),
  /** The clause whose words change, that goes or that is moved. */
  clause: clauseKey.optional(),
  /** The clause after which a new or moved one stands; null for the beginning. */
  after: clauseKey.nullable().optional(),
  /** The new words, in the languages that change: in one alone, the other language is to follow. */
  words: bilingualText(clauseCharacters).optional(),
  question: bilingualText(questionCharacters).optional(),
  /** What `words` stand for wherever it occurs. */
  find: bilingualText(clauseCharacters).optional(),
  title: lines(titleCharacters).optional(),
  /** The new clause, or all clauses of another text. */
  clauses: z.array(clauseInput).max(clauseLimit).optional(),
};

type Field = Exclude<keyof typeof matterFields, "kind">;
const belongs: Record<(typeof amendmentKinds)[number], { needs: Field[]; takes: Field[] }> = {
  words: { needs: ["clause"], takes: ["words", "question"] },
  new_clause: { needs: ["after", "clauses"], takes: [] },
  drop: { needs: ["clause"], takes: [] },
  move: { needs: ["clause", "after"], takes: [] },
  everywhere: { needs: ["find", "words"], takes: [] },
  whole: { needs: ["clauses"], takes: ["title"] },
};

type Matter = z.output<z.ZodObject<typeof matterFields>>;

/** What belongs to its kind is there, and nothing else is. */
function checkMatter(it: Matter, context: z.RefinementCtx) {
  const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  const { needs, takes } = belongs[it.kind];
  for (const field of Object.keys(matterFields) as (Field | "kind")[]) {
    if (field === "kind") continue;
    if (it[field] === undefined ? needs.includes(field) : ![...needs, ...takes].includes(field))
      refuse(field, it[field] === undefined ? "required" : "invalid");
  }
  if (it.kind === "words" && !isWritten(it.words) && !isWritten(it.question)) refuse("words", "required");
  if (it.kind === "new_clause" && it.clauses && (it.clauses.length !== 1 || it.clauses[0]?.key !== undefined))
    refuse("clauses", "invalid");
  if (it.kind === "whole" && it.clauses?.length === 0) refuse("clauses", "required");
  if (it.kind === "move" && it.clause === it.after) refuse("after", "invalid");
  if (it.kind !== "everywhere" || !it.find || !it.words) return;
  if (!isWritten(it.find)) refuse("find", "required");
  for (const language of ["en", "fr"] as const)
    if (Boolean(it.find[language]) !== Boolean(it.words[language])) refuse("words", "bothOrNone");
}

const reasonFields = {
  summary: lines(amendmentSummaryCharacters).default({}),
  reason: bilingualText(reasonCharacters).default({}),
};

/** Others read it only with a summary and a reason. */
function checkReasons(it: { open: boolean; summary: Bilingual; reason: Bilingual }, context: z.RefinementCtx) {
  if (!it.open) return;
  if (!isWritten(it.summary)) context.addIssue({ code: "custom", path: ["summary"], message: "required" });
  if (!isWritten(it.reason)) context.addIssue({ code: "custom", path: ["reason"], message: "reasonMissing" });
}

/** A draft of an amendment as a table or a marked text brings it, for `createDraftAmendments`. */
export const draftAmendment = z.strictObject({ ...matterFields, ...reasonFields }).superRefine(checkMatter);
export type DraftAmendment = z.output<typeof draftAmendment>;

const about = { onBehalfOf: slug, version: versionNumber, open: z.boolean().default(false) };

export const amendmentInput = z
  .strictObject({ id: slug, ...about, ...matterFields, ...reasonFields })
  .superRefine(checkMatter)
  .superRefine(checkReasons);
export type AmendmentInput = z.output<typeof amendmentInput>;

export const amendmentKey = z.strictObject({ id: slug, amendment: z.uuid() });
export type AmendmentKey = z.output<typeof amendmentKey>;

/** Other words for a draft, which may be opened with them. */
export const amendmentChange = z
  .strictObject({ ...amendmentKey.shape, version: about.version, open: about.open, ...matterFields, ...reasonFields })
  .superRefine(checkMatter)
  .superRefine(checkReasons);
export type AmendmentChange = z.output<typeof amendmentChange>;

export const amendmentsInput = z.strictObject({
  id: slug,
  ...pageQuery,
  state: z.enum(amendmentStates).optional(),
  /** `current`: what no version has settled yet. */
  settled: z.enum(["true", "false"]).optional(),
  organization: slug.optional(),
  /** As they stood at the end of that day. */
  asOf: z.iso.date().optional(),
});
export type AmendmentsInput = z.output<typeof amendmentsInput>;

export const handlingInput = z
  .strictObject({
    ...amendmentKey.shape,
    /** The lead that proposes it. */
    onBehalfOf: slug,
    handling: z.enum(handlings),
    /** The words that it is accepted with. */
    words: bilingualText(clauseCharacters).optional(),
    question: bilingualText(questionCharacters).optional(),
    reason: bilingualText(reasonCharacters).default({}),
    supersededBy: z.uuid().optional(),
  })
  .superRefine(({ handling, words, question, reason, supersededBy }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const changes = handling === "accept_with_changes";
    if (changes && !isWritten(words) && !isWritten(question)) refuse("words", "required");
    if (!changes && (words || question)) refuse(words ? "words" : "question", "invalid");
    if (handling === "not_accept" && !isWritten(reason)) refuse("reason", "reasonMissing");
    if ((handling === "superseded_by") !== (supersededBy !== undefined))
      refuse("supersededBy", supersededBy ? "invalid" : "required");
  });
export type HandlingInput = z.output<typeof handlingInput>;

export const amendmentAnswerInput = z.strictObject({
  ...amendmentKey.shape,
  /** The handling that was read. */
  step: z.number().int().min(1).max(1_000_000),
  agrees: z.boolean(),
  comment: bilingualText(reasonCharacters).default({}),
});
export type AmendmentAnswerInput = z.output<typeof amendmentAnswerInput>;

const clauseProposed = z.object({
  key: z.string().nullable(),
  kind: z.enum(clauseKinds),
  text: pair,
  question: pair.nullable(),
  source: z.object({ item: z.string(), locator: z.string().nullable() }).nullable(),
  of: z.string().nullable(),
});

/** An amendment as others point at it. */
export const amendmentName = z.object({
  id: z.string(),
  number: z.number().int().nullable(),
  organization: organizationName,
});

const placed = z.object({ clause: z.string().nullable(), text: changedPair });

export const amendment = amendmentName.extend({
  /** The text that it is to, by its slug. */
  point: z.string(),
  /** The version that it was written on. */
  version: z.number().int(),
  kind: z.enum(amendmentKinds),
  state: z.enum(amendmentStates),
  at: z.iso.datetime(),
  clause: z.string().nullable(),
  /** Where that clause, or the one after which it stands, is now; null where it is gone. */
  clauseNumber: z.number().int().nullable(),
  after: z.string().nullable(),
  afterNumber: z.number().int().nullable(),
  words: pair.nullable(),
  question: pair.nullable(),
  find: pair.nullable(),
  title: pair.nullable(),
  clauses: z.array(clauseProposed),
  /** What it changes in the words of the version that it was written on, clause by clause; `clause` null: the title. */
  changes: z.array(placed),
  summary: pair,
  reason: pair,
  /** What it is about reads otherwise in the version in force. */
  touched: z.boolean(),
  handling: z
    .object({
      /** Which of its steps it is: an answer names the one that was read. */
      step: z.number().int(),
      handling: z.enum(handlings),
      words: pair.nullable(),
      question: pair.nullable(),
      reason: pair,
      supersededBy: amendmentName.nullable(),
      by: organizationName,
      at: z.iso.datetime(),
    })
    .nullable(),
  /** The amender's answer to that. */
  answer: z.object({ agrees: z.boolean(), comment: pair, at: z.iso.datetime() }).nullable(),
  /** What became of it in which version. */
  fates: z.array(z.object({ version: z.number().int(), fate: z.enum(amendmentFates), at: z.iso.datetime() })),
  /** Those that change the same words, among what is not settled. */
  conflicts: z.array(z.string()),
  viewer: z.object({
    mayEdit: z.boolean(),
    mayWithdraw: z.boolean(),
    mayAnswer: z.boolean(),
    /** The leads for which this viewer proposes its handling. */
    mayHandle: z.array(z.string()),
  }),
});
export type Amendment = z.output<typeof amendment>;

export const amendmentList = listOf(amendment);
