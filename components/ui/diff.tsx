import { compareSides, compareTexts } from "../../lib/platform/text/compare-texts";
import { MarkedChanges } from "./marked-changes";

export type DiffProps = { before: string; after: string; lang: string; className?: string | undefined };

/** By word, in reading order. */
export function Diff({ before, after, ...look }: DiffProps) {
  return <MarkedChanges changes={compareTexts(before, after)} {...look} />;
}

/** One of two texts that stand beside each other, with what goes from it or what came into it. */
export function DiffSide({ side, before, after, ...look }: DiffProps & { side: "before" | "after" }) {
  return <MarkedChanges changes={compareSides(before, after)[side]} {...look} />;
}
