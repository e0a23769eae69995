import { useCallback, useEffect, useState } from "react";
import { type DraftValues, emptyDraft, isSame } from "./draft-values";

type Kept = { values: DraftValues; at: string };

function readKept(key: string): Kept | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? "null") as Kept | null;
    return kept?.values ? { ...kept, values: { ...emptyDraft, ...kept.values } } : null;
  } catch {
    return null;
  }
}

/** A device that refuses to keep anything (private windows, full disks) must not stop anybody from writing. */
function keep(key: string, kept: Kept | null) {
  try {
    if (kept) window.localStorage.setItem(key, JSON.stringify(kept));
    else window.localStorage.removeItem(key);
  } catch {
    // The form goes on without a copy.
  }
}

/** What is typed, kept on this device from the first letter until it is saved, and restored on return. */
export function useKeptValues(key: string, initial: DraftValues) {
  const [values, setValues] = useState(initial);
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is restored once, on arrival
  useEffect(() => {
    const kept = readKept(key);
    if (!kept || isSame(kept.values, initial)) return;
    setValues(kept.values);
    setRestoredAt(kept.at);
  }, [key]);
  const change = useCallback(
    (changes: Partial<DraftValues>) =>
      setValues((before) => {
        const next = { ...before, ...changes };
        keep(key, isSame(next, initial) ? null : { values: next, at: new Date().toISOString() });
        return next;
      }),
    [key, initial],
  );
  const reset = (to: DraftValues) => {
    keep(key, null);
    setRestoredAt(null);
    setValues(to);
  };
  return { values, change, reset, restoredAt, forget: () => keep(key, null) };
}
