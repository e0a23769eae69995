import { z } from "zod";

const one = z
  .preprocess(
    (it) => (Array.isArray(it) ? it[0] : it) || undefined,
    z
      .string()
      .max(80)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .optional(),
  )
  .catch(undefined);

const shape = z.object({
  one,
  other: one,
  /** Instead of two organizations: the earlier of two days. */
  since: z.preprocess((it) => (Array.isArray(it) ? it[0] : it) || undefined, z.iso.date().optional()).catch(undefined),
});
export type DifferencesQuery = z.output<typeof shape>;

/** The two organizations, or the earlier day, that the address names. */
export const readDifferencesQuery = (query: Record<string, string | string[] | undefined>): DifferencesQuery =>
  shape.parse(query);
