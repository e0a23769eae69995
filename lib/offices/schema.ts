import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { email } from "@/lib/platform/text/email-address";
import { line, prose, slug } from "@/lib/platform/text/schema";
import { sensibleDay } from "@/lib/platform/time/sensible-day";

const bilingual = z.object({ en: z.string(), fr: z.string() });

export const officeLimits = { institution: 120, title: 160, function: 400, holder: 160 };

/** An office as others point at it. */
export const officeName = z.object({ slug: z.string(), title: bilingual });

/** An office of a government or an institution, by its function. */
export const office = officeName.extend({
  institution: z.string(),
  institutionName: bilingual,
  function: bilingual,
  /** Which organization looked last whether the title is still right, and on which day. Null until a second person did. */
  checked: z.object({ by: organizationName, on: z.iso.date() }).nullable(),
  /** No longer written to. */
  closed: z.boolean(),
});
export type Office = z.output<typeof office>;
export const officeList = listOf(office).extend({ viewer: z.object({ mayWrite: z.boolean() }) });
export const officesInput = z.strictObject({ ...pageQuery, q: z.string().max(100).optional() });
export type OfficesInput = z.output<typeof officesInput>;

/** Somebody who holds the office, or held it. Once erased, the days stay and the name is gone. */
export const holder = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  firstOn: z.iso.date(),
  lastOn: z.iso.date().nullable(),
  erased: z.boolean(),
});
export type Holder = z.output<typeof holder>;

export const officeDetail = office.extend({
  /** Where letters and invitations go: an address of the office. */
  contactAddress: z.string().nullable(),
  closedOn: z.iso.date().nullable(),
  version: z.number().int(),
  holders: z.array(holder),
  viewer: z.object({
    mayWrite: z.boolean(),
    /** Whoever wrote a title does not check it. */
    mayCheck: z.boolean(),
    wroteTitle: z.boolean(),
    mayClose: z.boolean(),
    mayErase: z.boolean(),
    commitNow: z.boolean(),
  }),
});
export type OfficeDetail = z.output<typeof officeDetail>;

const names = (max: number) => z.strictObject({ en: line(max).min(1), fr: line(max).min(1) });
const officeFields = {
  institution: names(officeLimits.institution),
  title: names(officeLimits.title),
  function: z.strictObject({ en: prose(officeLimits.function).min(1), fr: prose(officeLimits.function).min(1) }),
  /** Null for none that is known. */
  contactAddress: email.nullable(),
};

export const officeInput = z.strictObject({
  ...officeFields,
  contactAddress: officeFields.contactAddress.default(null),
});
export type OfficeInput = z.output<typeof officeInput>;
/** What is left out stays. */
export const officeChange = z
  .strictObject({ slug, ...officeFields })
  .partial()
  .required({ slug: true });
export type OfficeChange = z.output<typeof officeChange>;
export const officeKey = z.strictObject({ slug });
export const checkInput = z.strictObject({ slug, onBehalfOf: slug });
export type CheckInput = z.output<typeof checkInput>;

export const holderInput = z
  .strictObject({
    slug,
    name: line(officeLimits.holder).min(1),
    firstOn: sensibleDay,
    lastOn: sensibleDay.nullable().default(null),
  })
  .refine(({ firstOn, lastOn }) => lastOn === null || firstOn <= lastOn, {
    message: "endsBeforeItBegins",
    path: ["lastOn"],
  });
export type HolderInput = z.output<typeof holderInput>;
export const holderKey = z.strictObject({ slug, holder: z.uuid() });
export type HolderKey = z.output<typeof holderKey>;
export const holderEnd = z.strictObject({ slug, holder: z.uuid(), lastOn: sensibleDay });
export type HolderEnd = z.output<typeof holderEnd>;
