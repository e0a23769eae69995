import { z } from "zod";
import type { StanceMark } from "@/components/stances/stances";

/** From which side one looks: propositions, to see who stands behind them; organizations, to see what they all support. */
export const sides = ["propositions", "organizations"] as const;

/** What it means to stand behind a proposition. None of it is ever read out of silence. */
export const meanings = ["support", "plain", "bearable"] as const;
export type Meaning = (typeof meanings)[number];

const counts: Record<Meaning, readonly StanceMark[]> = {
  support: ["support", "support_with_reservation"],
  plain: ["support"],
  bearable: ["support", "support_with_reservation", "stand_aside"],
};

export const isBehind = (meaning: Meaning, mark: StanceMark) => counts[meaning].includes(mark);

const listStrings = (it: unknown) =>
  (Array.isArray(it) ? it : [it]).filter((one) => typeof one === "string" && one !== "");
const list = z.preprocess(
  (it) => [...new Set(listStrings(it).flatMap((one: string) => one.split(".")))].slice(0, 400),
  z.array(z.string().max(80)),
);

const shape = z.object({
  from: z.enum(sides).catch("propositions"),
  behind: z.enum(meanings).catch("support"),
  /** Propositions by their number, which is short and stays. */
  p: list,
  /** Organizations by their slug. */
  o: list,
});
export type Bundle = z.output<typeof shape>;

export const readBundle = (query: Record<string, string | string[] | undefined>): Bundle => shape.parse(query);

/** The part of an address that keeps a bundle; what is as usual leaves no trace. */
export function bundleQuery({ from, behind, p, o }: Bundle): Record<string, string> {
  return {
    ...(from !== "propositions" && { from }),
    ...(behind !== "support" && { behind }),
    ...(p.length > 0 && { p: p.join(".") }),
    ...(o.length > 0 && { o: o.join(".") }),
  };
}
