"use client";

import { useEffect, useState } from "react";
import type { compareWords } from "./compare-words";
import type { DiffProps } from "./diff";
import { Marked } from "./marked";

/** `Diff` on a page that seldom needs one: the later text stands at once, and its marks when what compares has come. */
export function LateDiff({ before, after, ...look }: DiffProps) {
  const [compare, setCompare] = useState<typeof compareWords | null>(null);
  useEffect(() => {
    let shown = true;
    import("./compare-words").then(
      (it) => shown && setCompare(() => it.compareWords),
      // The line is cut: the text is there to be read, unmarked.
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, []);
  return <Marked changes={compare?.(before, after) ?? [{ kind: "same", text: after }]} {...look} />;
}
