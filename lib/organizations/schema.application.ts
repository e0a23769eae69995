import { z } from "zod";
import { OrganizationType } from "@/lib/platform/generated/prisma/enums";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { codesOf } from "@/lib/platform/i18n/codes";
import { email } from "@/lib/platform/text/email-address";
import { line, prose } from "@/lib/platform/text/schema";
import { organizationName, organizationStatuses } from "./schema";

/** How long a link that confirms an application can be used. */
export const linkDays = 7;

const nameLength = 160;
const bilingual = z.object({ en: z.string(), fr: z.string() });

export const organizationType = z.enum(OrganizationType);
export const province = z.enum(codesOf("province"));
export const workingLanguage = z.enum(["en", "fr"]);

/** Both names are given; an organization with one name gives it twice. */
export const namePair = z.strictObject({ en: line(nameLength).min(1), fr: line(nameLength).min(1) });

/** What it works for, in at least one language. */
export const mandatePair = z
  .strictObject({ en: prose(600).default(""), fr: prose(600).default("") })
  .refine(({ en, fr }) => en !== "" || fr !== "", { message: "required", path: ["en"] });

/** An address that people are sent to, and that nothing here ever opens. */
export const website = line(200).refine((given) => {
  const url = URL.parse(given);
  return url !== null && ["http:", "https:"].includes(url.protocol) && !url.username && !url.password;
}, "notAWebAddress");

export const applyInput = z.strictObject({
  name: namePair,
  type: organizationType,
  province,
  workingLanguage,
  mandate: mandatePair,
  website: website.optional(),
  contact: z.strictObject({ name: line(120).min(1), email }),
  why: prose(2000).min(1),
  /** The language to write back in. */
  language: z.enum(["en", "fr"]),
});
export type ApplyInput = z.output<typeof applyInput>;

/** The same whoever applies, and whatever is there already. */
export const applyAnswer = z.object({ accepted: z.literal(true) });

export const applicationToken = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/** What a mailed link is about, for whoever holds it. */
export const pendingApplication = z.object({
  name: bilingual,
  contact: z.object({ name: z.string(), email: z.string() }),
});

export const confirmedApplication = z.object({ confirmed: z.literal(true), name: bilingual });

export const similarInput = z.strictObject({
  en: z.string().max(nameLength).optional(),
  fr: z.string().max(nameLength).optional(),
});

/** An organization whose name is near to another. */
export const similarOrganization = organizationName.extend({ status: z.enum(organizationStatuses) });
export type SimilarOrganization = z.output<typeof similarOrganization>;
export const similarList = listOf(similarOrganization);

export const application = organizationName.extend({
  type: z.string(),
  province: z.string(),
  /** When it asked, or asked to come back. */
  at: z.iso.datetime(),
  returning: z.boolean(),
});
export type Application = z.output<typeof application>;
export const applicationList = listOf(application);
export const applicationsInput = z.strictObject(pageQuery);
export type ApplicationsInput = z.output<typeof applicationsInput>;
