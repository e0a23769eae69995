import { z } from "zod";
import { organizationName } from "@/lib/organizations/schema";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";

const bilingual = z.object({ en: z.string(), fr: z.string() });

/** An office as others point at it. */
export const officeName = z.object({ slug: z.string(), title: bilingual });

/** An office of a government or an institution, by its function; nobody who holds it is kept. */
export const office = officeName.extend({
  institution: z.string(),
  institutionName: bilingual,
  function: bilingual,
  /** Which organization looked last whether the title is still right, and on which day. */
  checked: z.object({ by: organizationName, on: z.iso.date() }).nullable(),
});
export type Office = z.output<typeof office>;
export const officeList = listOf(office);
export const officesInput = z.strictObject({ ...pageQuery, q: z.string().max(100).optional() });
export type OfficesInput = z.output<typeof officesInput>;
