"use client";

import { useCallback, useEffect, useState } from "react";
import { exploreFrontier, type FrontierPoint } from "@/lib/agreement/math/coalition/frontier";
import { makeSupport } from "@/lib/agreement/math/coalition/support";
import { isBehind, type Meaning } from "./choice";
import { type ExplorerFacts, readMark } from "./facts";

export type Frontier = { points: readonly FrontierPoint[]; searching: boolean };

/** In a large network the search for large bundles could go on for minutes; the small ones are what one can negotiate. */
const largestFor = ({ organizations, propositions }: ExplorerFacts) =>
  organizations.length <= 40 ? propositions.length : Math.min(12, propositions.length);
const mostLooks = 60_000_000;
/** Milliseconds at work before the page has its turn. */
const slice = 8;

/**
 * The largest coalition for each size of a bundle, in the browser, on what the reader may read anyway: first a good answer,
 * then one proof after the other, in slices so short that no click waits for them.
 */
export function useFrontier(facts: ExplorerFacts, meaning: Meaning) {
  const [frontier, setFrontier] = useState<Frontier>({ points: [], searching: true });
  const [stopped, setStopped] = useState(false);
  useEffect(() => {
    if (stopped) return;
    const support = makeSupport(facts.organizations.length, facts.propositions.length, (organization, proposition) =>
      isBehind(meaning, readMark(facts, proposition, organization)),
    );
    const states = exploreFrontier(support, { largest: largestFor(facts), mostLooks });
    let timer: ReturnType<typeof setTimeout>;
    const work = () => {
      const until = performance.now() + slice;
      let step = states.next();
      while (!step.done && performance.now() < until) step = states.next();
      setFrontier({ points: step.value, searching: !step.done });
      if (!step.done) timer = setTimeout(work);
    };
    timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [facts, meaning, stopped]);
  const stop = useCallback(() => {
    setStopped(true);
    setFrontier((now) => ({ ...now, searching: false }));
  }, []);
  return { ...frontier, stop };
}
