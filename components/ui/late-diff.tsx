"use client";

import { useEffect, useState } from "react";
import type { compareTexts } from "../../lib/platform/text/compare-texts";
import type { DiffProps } from "./diff";
import { MarkedChanges } from "./marked-changes";

/** `Diff` on a page that seldom needs one: the later text stands at once, and its marks when what compares has come. */
export function LateDiff({ before, after, ...look }: DiffProps) {
  const [compare, setCompare] = useState<typeof compareTexts | null>(null);
  useEffect(() => {
    let shown = true;
    import("../../lib/platform/text/compare-texts").then(
      (it) => shown && setCompare(() => it.compareTexts),
      // The line is cut: the text is there to be read, unmarked.
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, []);
  return <MarkedChanges changes={compare?.(before, after) ?? [{ kind: "same", text: after }]} {...look} />;
}
