import { z } from "zod";
import { longestCursor } from "@/lib/platform/http/pagination";

export const rowOrders = ["category", "number"] as const;
export const columnOrders = ["similarity", "name", "own"] as const;

const one = <T extends z.ZodType>(shape: T) =>
  z.preprocess((it) => (Array.isArray(it) ? it[0] : it) || undefined, shape);

/** Query parameters of the agreement pages; an invalid value falls back to the default. */
const querySchema = z.object({
  rows: one(z.enum(rowOrders).catch("category")),
  columns: one(z.enum(columnOrders).catch("similarity")),
  theme: one(
    z
      .string()
      .max(80)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .optional()
      .catch(undefined),
  ),
  /** A day that is over, to see what stood at its end. */
  on: one(z.iso.date().optional().catch(undefined)),
  cursor: one(z.string().max(longestCursor).optional().catch(undefined)),
});
export type AgreementQuery = z.output<typeof querySchema>;

export const readAgreementQuery = (query: Record<string, string | string[] | undefined>): AgreementQuery =>
  querySchema.parse(query);

/** The same choice at another address; what is as usual leaves no trace. */
export function hrefOf(path: string, { rows, columns, theme, on, cursor }: AgreementQuery): string {
  const query = new URLSearchParams({
    ...(rows !== "category" && { rows }),
    ...(columns !== "similarity" && { columns }),
    ...(theme && { theme }),
    ...(on && { on }),
    ...(cursor && { cursor }),
  }).toString();
  return query ? `${path}?${query}` : path;
}
