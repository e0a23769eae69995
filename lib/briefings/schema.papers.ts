import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { line, slug } from "@/lib/platform/text/schema";

/** Of one paper, in bytes. */
export const maxPaperBytes = 10_000_000;
export const paperTitleCharacters = 160;
export const paperLanguages = ["en", "fr", "both"] as const;
export type PaperLanguage = (typeof paperLanguages)[number];

const pair = z.object({ en: z.string().nullable(), fr: z.string().nullable() });

/** An item of the agenda that a paper is for. */
const paperItem = z.object({ id: z.uuid(), number: z.number().int(), title: pair });
export type PaperItem = z.output<typeof paperItem>;

/** A paper for a meeting, or for one item of its agenda. */
export const paper = z.object({
  id: z.uuid(),
  item: paperItem.nullable(),
  title: pair,
  language: z.enum(paperLanguages),
  organization: organizationName,
  addedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
  /** Gone once it is withdrawn. */
  file: z.object({ name: z.string(), type: z.enum(["pdf", "docx", "txt"]), bytes: z.number().int() }).nullable(),
  viewer: z.object({ mayWithdraw: z.boolean() }),
});
export type Paper = z.output<typeof paper>;

export const paperObstacles = ["briefingCancelled", "minutesPublished", "tooManyPapers"] as const;

export const paperList = listOf(paper).extend({
  /** The meeting that they are for. */
  meeting: z.object({ slug: z.string(), title: pair }),
  /** The items that a paper can be for. */
  agenda: z.array(paperItem),
  viewer: z.object({
    /** For whom this viewer may hand in a paper. */
    organizations: z.array(organizationName),
    obstacle: z.enum(paperObstacles).nullable(),
  }),
});
export type PaperList = z.output<typeof paperList>;
export const papersInput = z.strictObject({ id: slug, ...pageQuery });
export type PapersInput = z.output<typeof papersInput>;

const title = line(paperTitleCharacters).optional();

/** The request as REST passes it: address and form apart. Headers are passed too, and ignored. */
export const newPaper = z.object({
  params: z.strictObject({ id: slug }),
  query: z.strictObject({}).default({}),
  body: z
    .strictObject({
      onBehalfOf: slug,
      file: z.file().max(maxPaperBytes),
      titleEn: title,
      titleFr: title,
      language: z.enum(paperLanguages),
      /** An item of the agenda; without it the paper is for the meeting as a whole. */
      item: z.uuid().optional(),
    })
    .refine(({ titleEn, titleFr }) => Boolean(titleEn || titleFr), { message: "required", path: ["titleEn"] }),
});
export type NewPaper = z.output<typeof newPaper>;

export const paperKey = z.strictObject({ id: slug, paper: z.uuid() });
export type PaperKey = z.output<typeof paperKey>;
