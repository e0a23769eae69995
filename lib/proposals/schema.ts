import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { line, prose, slug } from "@/lib/platform/text/schema";
import { bilingual, propositionName, regimeArea } from "../propositions/schema";

export const proposalStates = ["drafted", "proposed", "opened", "merged", "declined", "withdrawn"] as const;
export type ProposalState = (typeof proposalStates)[number];
export const parities = ["equal", "pending", "disputed"] as const;
export type Parity = (typeof parities)[number];

export const titleCharacters = 120;
export const statementCharacters = 600;
export const reasonCharacters = 2000;

const titles = z.strictObject({ en: line(titleCharacters).optional(), fr: line(titleCharacters).optional() });
const statements = z.strictObject({
  en: prose(statementCharacters).optional(),
  fr: prose(statementCharacters).optional(),
});
const reasons = z.strictObject({ en: prose(reasonCharacters).optional(), fr: prose(reasonCharacters).optional() });

const proposalFields = {
  theme: slug,
  regimeArea,
  title: titles,
  statement: statements,
  reason: reasons.default({}),
  /** Whether the two languages say the same, as those who wrote them see it. */
  parity: z.enum(parities).default("pending"),
  /** Shown to the network, and to the convener for a decision. */
  send: z.boolean().default(true),
};

type ProposalTexts = {
  title: { en?: string | undefined; fr?: string | undefined };
  statement: { en?: string | undefined; fr?: string | undefined };
};

/** One language at least, its title and its sentence together. */
const whole = ({ title, statement }: ProposalTexts, context: z.RefinementCtx) => {
  for (const language of ["en", "fr"] as const) {
    if (Boolean(title[language]) === Boolean(statement[language])) continue;
    const missing = title[language] ? "statement" : "title";
    context.addIssue({ code: "custom", path: [missing, language], message: "required" });
  }
  if (!title.en && !title.fr) context.addIssue({ code: "custom", path: ["title"], message: "required" });
};

export const proposalInput = z.strictObject({ organization: slug, ...proposalFields }).superRefine(whole);
export type ProposalInput = z.output<typeof proposalInput>;
export const proposalChange = z.strictObject({ id: z.uuid(), ...proposalFields }).superRefine(whole);
export type ProposalChange = z.output<typeof proposalChange>;

export const proposalKey = z.strictObject({ id: z.uuid() });
export const proposalsInput = z.strictObject({
  ...pageQuery,
  state: z.enum(proposalStates).optional(),
  /** Those of this organization alone. */
  organization: slug.optional(),
  /** Those that became this proposition or were merged into it. */
  proposition: slug.optional(),
});
export type ProposalsInput = z.output<typeof proposalsInput>;
export const mergerInput = z.strictObject({ id: z.uuid(), into: slug });
export const judgementInput = z.strictObject({
  id: z.uuid(),
  parity: z.enum(parities),
  /** Which words part the two languages. */
  note: prose(reasonCharacters).optional(),
});
export type JudgementInput = z.output<typeof judgementInput>;
export const declineInput = z.strictObject({ id: z.uuid(), answer: prose(reasonCharacters).min(1) });

const pair = z.object({ en: z.string().nullable(), fr: z.string().nullable() });

export const proposal = z.object({
  id: z.string(),
  organization: organizationName,
  theme: z.string(),
  themeTitle: bilingual,
  regimeArea,
  title: pair,
  statement: pair,
  reason: pair,
  parity: z.enum(parities),
  state: z.enum(proposalStates),
  version: z.number().int(),
  proposedAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** What the convener answered: for its own organization and the convener. */
  answer: z.string().nullable(),
  /** The proposition it became, or was merged into. */
  proposition: propositionName.nullable(),
  viewer: z.object({
    own: z.boolean(),
    mayChange: z.boolean(),
    mayDecide: z.boolean(),
    obstacle: z.enum(["proposalDecided", "notProposedYet", "oneLanguage", "parityNotEqual"]).nullable(),
  }),
});
export type Proposal = z.output<typeof proposal>;
export const proposalList = listOf(proposal);

/** A proposition that says something near, with the words that both use. */
export const similarProposition = z.object({
  slug: z.string(),
  number: z.number().int(),
  title: bilingual,
  statement: bilingual,
  likeness: z.number(),
  shared: z.array(z.string()),
});
export type SimilarProposition = z.output<typeof similarProposition>;

/** Another proposal that waits and says something near. */
const similarProposal = z.object({
  id: z.string(),
  organization: organizationName,
  title: pair,
  statement: pair,
  likeness: z.number(),
  shared: z.array(z.string()),
});
const similarFields = { near: z.array(similarProposition), nearProposals: z.array(similarProposal) };

/** A title and a sentence as they are being written, in one language or both. */
export const similarInput = z.strictObject({
  en: prose(titleCharacters + statementCharacters + 1).optional(),
  fr: prose(titleCharacters + statementCharacters + 1).optional(),
});
export const similarAnswer = z.object(similarFields);
export type Similar = z.output<typeof similarAnswer>;
export const proposalDetail = proposal.extend(similarFields);
export type ProposalDetail = z.output<typeof proposalDetail>;

const proposalActs = ["drafted", "proposed", "changed", "judged", "withdrawn", "opened", "merged", "declined"] as const;

/** What happened to a proposal, with its words as they were from then on. */
export const proposalStep = z.object({
  number: z.number().int(),
  act: z.enum(proposalActs),
  at: z.iso.datetime(),
  /** Which of its people, for their own organization alone. */
  by: z.string().nullable(),
  parity: z.enum(parities),
  title: pair,
  statement: pair,
  reason: pair,
  /** What the convener wrote beside a judgement: for its own organization and the convener. */
  note: z.string().nullable(),
});
export type ProposalStep = z.output<typeof proposalStep>;
export const proposalSteps = listOf(proposalStep);
export const proposalStepsInput = z.strictObject({ id: z.uuid(), ...pageQuery });
export type ProposalStepsInput = z.output<typeof proposalStepsInput>;

const both = (max: z.ZodString | ReturnType<typeof line>) => z.strictObject({ en: max, fr: max });
export const versionInput = z.strictObject({
  slug,
  title: both(line(titleCharacters).min(1)),
  statement: both(prose(statementCharacters).min(1)),
  /** The convener answers for it: the two languages say the same. */
  parity: z.literal("equal"),
});
export type VersionInput = z.output<typeof versionInput>;
