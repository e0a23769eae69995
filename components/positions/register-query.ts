import { z } from "zod";
import { slug } from "@/lib/platform/text/schema";
import { type Position, stances } from "@/lib/positions/schema";
import { readAsOf } from "./as-of-param";

export const rowStates = ["draft", "submitted", "returned", "stale", "earlier", "undecided", "public"] as const;
type RowState = (typeof rowStates)[number];

const one = <T extends z.ZodType>(shape: T) =>
  z.preprocess((it) => (Array.isArray(it) ? it[0] : it) || undefined, shape.optional().catch(undefined));

/** What the address asks for; whatever it cannot mean is left out. */
const registerQuery = z.object({
  organization: one(slug),
  theme: one(slug),
  stance: one(z.enum([...stances, "not_recorded"])),
  state: one(z.enum(rowStates)),
  q: one(z.string().trim().max(100)),
  on: z.preprocess((it) => readAsOf(it as string | string[] | undefined), z.string().optional()),
});
export type RegisterQuery = z.output<typeof registerQuery>;

export const readRegisterQuery = (query: Record<string, string | string[] | undefined>): RegisterQuery =>
  registerQuery.parse(query);

const fits: Record<RowState, (position: Position) => boolean> = {
  draft: ({ draft }) => draft !== null,
  submitted: ({ draft }) => draft?.state === "submitted" || draft?.state === "signed_once",
  returned: ({ draft }) => draft?.state === "returned",
  stale: ({ stale }) => stale,
  earlier: ({ standing }) => standing?.earlierWording === true,
  undecided: ({ undecidedPast }) => undecidedPast,
  public: ({ standing }) => standing?.visibility === "public",
};

/** Rows that match the filters. A draft counts as not recorded: only a standing stance does. */
export function filterRows<T extends { position: Position | null }>(
  rows: readonly T[],
  { stance, state }: RegisterQuery,
): T[] {
  return rows.filter(({ position }) => {
    if (stance && (position?.standing?.stance ?? "not_recorded") !== stance) return false;
    return !state || (position !== null && fits[state](position));
  });
}
