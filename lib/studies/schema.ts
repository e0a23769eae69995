import { z } from "zod";
import { csvDownload } from "@/lib/platform/files/csv";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { line, prose, slug } from "@/lib/platform/text/schema";

/** A title or a statement, as far as it was written in either language. */
const writtenTexts = z.object({ en: z.string().nullable(), fr: z.string().nullable() });

export const listings = ["network", "public"] as const;
const studyStates = ["waiting", "computing", "ready", "failed"] as const;

const count = z.number().int();

export const studyListed = z.object({
  slug: z.string(),
  title: writtenTexts,
  listing: z.enum(listings),
  state: z.enum(studyStates),
  /** How far the work has come, of a hundred. */
  done: count,
  importedAt: z.iso.datetime(),
  participants: count,
  statements: count,
  votes: count,
});
export type StudyListed = z.output<typeof studyListed>;

export const studyList = listOf(studyListed).extend({ viewer: z.object({ mayImport: z.boolean() }) });
export type StudyList = z.output<typeof studyList>;

export const sides = ["agree", "disagree"] as const;

/** Null where fewer than five voted on it. */
export const tally = z.object({ agree: count, disagree: count, pass: count });
export type StatementTally = z.output<typeof tally>;

const statementName = z.object({
  place: count,
  /** The number it had where it was voted on. */
  key: z.string(),
  text: writtenTexts,
});

/** A statement, whatever all and each group said to it. */
export const statement = statementName.extend({
  moderatedOut: z.boolean(),
  all: tally.nullable(),
  /** In the order of the letters; empty where no groups are told. */
  byGroup: z.array(tally),
  /** How far all groups agree with it at once, from 0 to 1; null where no groups are told. */
  together: z.number().nullable(),
  /** How far it sets participants apart. */
  apart: z.number(),
});
export type Statement = z.output<typeof statement>;

export const chosenStatement = statement.extend({ side: z.enum(sides) });
export type ChosenStatement = z.output<typeof chosenStatement>;

const studyGroup = z.object({ letter: z.string(), size: count, representative: z.array(chosenStatement) });

/** Participants who voted alike. */
export const studyMark = z.object({
  x: z.number(),
  y: z.number(),
  /** Null for fewer than five. */
  size: count.nullable(),
  group: z.string().nullable(),
});
export type StudyMark = z.output<typeof studyMark>;

const groupsUntold = ["tooSmall", "none"] as const;

export const findings = z.object({
  /** Who voted enough to be placed. */
  grouped: count,
  /** Whether clusters of fewer than five stand so far from all others that they are in no group. */
  apart: z.boolean(),
  explained: z.array(z.number()),
  groups: z.array(studyGroup),
  untold: z.enum(groupsUntold).nullable(),
  marks: z.array(studyMark),
  /** What pulls participants apart, strongest first. */
  pulls: z.array(statementName.extend({ x: z.number(), y: z.number() })),
  agreed: z.array(chosenStatement),
  /** What all groups agree with most, best first. */
  together: z.array(statement),
});
export type Findings = z.output<typeof findings>;

export const study = studyListed.extend({
  about: writtenTexts,
  source: z.string().nullable(),
  language: z.enum(["en", "fr"]),
  /** Null until the work is done. */
  findings: findings.nullable(),
  viewer: z.object({ mayRemove: z.boolean() }),
});
export type Study = z.output<typeof study>;

/** As it was taken in, with what there is to know of that: sentences in the caller's language. */
export const studyAdded = study.extend({ notes: z.array(z.string()) });

export const statementOrders = ["number", "together", "apart", "votes"] as const;
export const statementsInput = z.strictObject({ ...pageQuery, slug, order: z.enum(statementOrders).default("number") });
export type StatementsInput = z.output<typeof statementsInput>;
export const statementList = listOf(statement).extend({ letters: z.array(z.string()) });

export const studiesInput = z.strictObject(pageQuery);
export const studyKey = z.strictObject({ slug });
export const studyExportInput = z.strictObject({
  slug,
  format: z.enum(["csv"]).default("csv"),
  part: z.enum(["statements", "map"]).default("statements"),
  language: z.enum(["en", "fr"]).optional(),
});
export type StudyExportInput = z.output<typeof studyExportInput>;
export const studyExported = csvDownload;

export const progress = z.object({ state: z.enum(studyStates), done: count });

export const maxVotesBytes = 50_000_000;
export const maxCommentsBytes = 10_000_000;

const optional = (max: number) =>
  line(max)
    .optional()
    .transform((text) => text || undefined);

/** A form: what Polis exported, and what it is to be called. */
export const studyInput = z.strictObject({
  votes: z.file().max(maxVotesBytes),
  comments: z.file().max(maxCommentsBytes).optional(),
  summary: z.file().max(100_000).optional(),
  titleEn: optional(200),
  titleFr: optional(200),
  aboutEn: prose(2_000)
    .optional()
    .transform((text) => text || undefined),
  aboutFr: prose(2_000)
    .optional()
    .transform((text) => text || undefined),
  source: optional(300),
  language: z.enum(["en", "fr"]).default("en"),
  listing: z.enum(listings).default("network"),
});
export type StudyInput = z.output<typeof studyInput>;

export const removed = z.object({ removed: z.literal(true) });
