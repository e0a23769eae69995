import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { line, slug } from "@/lib/platform/text/schema";
import { organizationName } from "../organizations/schema";

const bilingual = z.object({ en: z.string(), fr: z.string() });

const rapporteurStates = ["coming", "now", "over", "ended"] as const;

/** Who writes the record of an occasion, for the network. It gives no right that others of their organization have not. */
export const rapporteur = z.object({
  id: z.uuid(),
  /** Null where they are not known to this viewer, gave no name or act for it no more. */
  name: z.string().nullable(),
  organization: organizationName,
  occasion: bilingual,
  firstOn: z.iso.date(),
  lastOn: z.iso.date(),
  /** Today, in coalition time. `ended` is before its last day, by themselves or by the convener. */
  state: z.enum(rapporteurStates),
  endedAt: z.iso.datetime().nullable(),
  viewer: z.object({ self: z.boolean(), mayEnd: z.boolean() }),
});
export type Rapporteur = z.output<typeof rapporteur>;

export const rapporteurList = listOf(rapporteur).extend({
  today: z.iso.date(),
  viewer: z.object({
    commitNow: z.boolean(),
    /** Whom the convener can name: its own people, and those who chose to be known to the network. Null for others. */
    mayName: z
      .array(z.object({ person: z.uuid(), name: z.string().nullable(), organization: organizationName }))
      .nullable(),
  }),
});
export type RapporteurList = z.output<typeof rapporteurList>;

export const rapporteursInput = z.strictObject(pageQuery);
export type RapporteursInput = z.output<typeof rapporteursInput>;

const oneLanguage = (given: { en?: string | undefined; fr?: string | undefined }) => Boolean(given.en || given.fr);

export const nameRapporteurInput = z
  .strictObject({
    person: z.uuid(),
    /** For whom they act. */
    organization: slug,
    /** The meeting or series of meetings, by its name. */
    occasion: z.strictObject({ en: line(160).optional(), fr: line(160).optional() }).refine(oneLanguage, "required"),
    firstOn: z.iso.date(),
    lastOn: z.iso.date(),
  })
  .refine(({ firstOn, lastOn }) => firstOn <= lastOn, { message: "endsBeforeItBegins", path: ["lastOn"] });
export type NameRapporteurInput = z.output<typeof nameRapporteurInput>;

export const namedRapporteur = z.object({ id: z.uuid() });
export const endRapporteurInput = z.strictObject({ id: z.uuid() });
export const endedRapporteur = z.object({ ended: z.literal(true) });
