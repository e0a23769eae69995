import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { line, slug } from "@/lib/platform/text/schema";
import { organizationName } from "../organizations/schema";
import { maxUpdates } from "./constants";
import { contactCharacters, updateCharacters } from "./constants.agenda";
import { briefingName } from "./schema.agenda";

/** A text in one language, in both or in none. */
const pair = z.object({ en: z.string().nullable(), fr: z.string().nullable() });

/** One line of what an organization does: what, on which theme, when, whom to ask, and what help it wants. */
export const updateLine = z.object({
  what: pair,
  theme: z.object({ slug: z.string(), title: z.object({ en: z.string(), fr: z.string() }) }).nullable(),
  when: pair,
  contact: z.string().nullable(),
  help: pair,
});
export type UpdateLine = z.output<typeof updateLine>;

/** What an organization tells the others before a meeting, with the moment at which it said so. */
export const filing = z.object({
  briefing: briefingName,
  organization: organizationName,
  filedAt: z.iso.datetime(),
  lines: z.array(updateLine),
});
export type Filing = z.output<typeof filing>;

/** The same to be written: nothing is filed before version 1, which If-Match names 0. */
export const ownFiling = filing.extend({
  version: z.int(),
  filedAt: z.iso.datetime().nullable(),
  viewer: z.object({ mayFile: z.boolean() }),
});
export type OwnFiling = z.output<typeof ownFiling>;

export const filingList = listOf(filing);
export const briefingFilings = filingList.extend({
  briefing: briefingName,
  /** The viewer's own organizations that may file lines now, or change theirs. */
  viewer: z.object({ filesFor: z.array(organizationName) }),
});
export type BriefingFilings = z.output<typeof briefingFilings>;

const briefingKey = { id: slug };
export const filingsInput = z.strictObject({ ...briefingKey, ...pageQuery });
export type FilingsInput = z.output<typeof filingsInput>;
export const organizationFilingsInput = z.strictObject({ slug, ...pageQuery });
export type OrganizationFilingsInput = z.output<typeof organizationFilingsInput>;
export const filingKey = z.strictObject({ ...briefingKey, organization: slug });
export type FilingKey = z.output<typeof filingKey>;

const lines = (max: number) => z.strictObject({ en: line(max).optional(), fr: line(max).optional() });
const isWritten = ({ en, fr }: { en?: string | undefined; fr?: string | undefined }) => Boolean(en || fr);

export const updateLineInput = z.strictObject({
  what: lines(updateCharacters).refine(isWritten, "required"),
  theme: slug.nullable().default(null),
  when: lines(updateCharacters).default({}),
  contact: line(contactCharacters).default(""),
  help: lines(updateCharacters).default({}),
});
export type UpdateLineInput = z.output<typeof updateLineInput>;

/** All of an organization's lines in their order; without any it has nothing filed. */
export const fileUpdateInput = filingKey.extend({ lines: z.array(updateLineInput).max(maxUpdates) });
export type FileUpdateInput = z.output<typeof fileUpdateInput>;
