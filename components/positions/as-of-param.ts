import { isoDay } from "@/components/ui/format-moment";
import { longestCursor } from "@/lib/platform/http/pagination";
import { asOfDay } from "@/lib/positions/schema";

/** The `on` query parameter: a past day, otherwise undefined (the present). */
export function readAsOf(asked: string | string[] | undefined): string | undefined {
  const { data } = asOfDay.safeParse(Array.isArray(asked) ? asked[0] : asked);
  return data !== undefined && data < isoDay(new Date()) ? data : undefined;
}

export const withAsOf = (href: string, on: string | undefined) => (on ? `${href}?on=${on}` : href);

/** Where in a list the address goes on; what is no cursor of ours is the beginning. */
export const readCursor = (asked: string | string[] | undefined): string | undefined =>
  typeof asked === "string" && asked ? asked.slice(0, longestCursor) : undefined;
