"use client";

import { useCallback, useEffect, useState } from "react";
import { exploreFrontier, type FrontierPoint } from "@/lib/math/coalition/frontier";
import type { Support } from "@/lib/math/coalition/support";

type Frontier = { points: readonly FrontierPoint[]; searching: boolean };

/** In a large network the search for large bundles could go on for minutes; the small ones are what one can negotiate. */
const largestFor = ({ organizations, propositions }: Support) =>
  organizations <= 40 ? propositions : Math.min(12, propositions);
const maxEvaluations = 60_000_000;
/** Milliseconds at work before the page has its turn, and between two drawings of how far the work has come. */
const slice = 8;
const pause = 120;

/**
 * The largest coalition for each size of a bundle, in the browser, on what the reader may read anyway: first a good answer,
 * then one proof after the other, in slices so short that no click waits for them.
 */
export function useFrontier(support: Support) {
  const [frontier, setFrontier] = useState<Frontier>({ points: [], searching: true });
  const [stopped, setStopped] = useState(false);
  useEffect(() => {
    if (stopped) return;
    const states = exploreFrontier(support, { largest: largestFor(support), maxEvaluations });
    let timer: ReturnType<typeof setTimeout>;
    let drawnAt = Number.NEGATIVE_INFINITY;
    const work = () => {
      const until = performance.now() + slice;
      let step = states.next();
      while (!step.done && performance.now() < until) step = states.next();
      if (step.done || performance.now() > drawnAt + pause) {
        setFrontier({ points: step.value, searching: !step.done });
        drawnAt = performance.now();
      }
      if (!step.done) timer = setTimeout(work);
    };
    timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [support, stopped]);
  const stop = useCallback(() => {
    setStopped(true);
    setFrontier((now) => ({ ...now, searching: false }));
  }, []);
  return { ...frontier, stop };
}
