import { useCallback, useEffect, useState } from "react";
import { type DraftValues, emptyDraft, isSame } from "./draft-values";

/** `version`: what stood there when the typing began, null before anything did; unknown in what was kept by an older page. */
type StoredDraft = { values: DraftValues; at: string; version?: number | null };

function readStored(key: string): StoredDraft | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? "null") as StoredDraft | null;
    return kept?.values ? { ...kept, values: { ...emptyDraft, ...kept.values } } : null;
  } catch {
    return null;
  }
}

/** A device that refuses to keep anything (private windows, full disks) must not stop anybody from writing. */
function store(key: string, kept: StoredDraft | null) {
  try {
    if (kept) window.localStorage.setItem(key, JSON.stringify(kept));
    else window.localStorage.removeItem(key);
  } catch {
    // The form goes on without a copy.
  }
}

type Start = { values: DraftValues; version: number | null };

/**
 * What is typed, kept on this device from the first letter until it is saved, and restored on return; with the version that
 * it was typed over, so that it is never saved over another one unseen.
 */
export function useDraftAutosave(key: string, start: Start) {
  const initial = start.values;
  const [values, setValues] = useState(initial);
  const [version, setVersion] = useState(start.version);
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is restored once, on arrival
  useEffect(() => {
    const kept = readStored(key);
    if (!kept || isSame(kept.values, initial)) return;
    setValues(kept.values);
    if (kept.version !== undefined) setVersion(kept.version);
    setRestoredAt(kept.at);
  }, [key]);
  const change = useCallback(
    (changes: Partial<DraftValues>) =>
      setValues((before) => {
        const next = { ...before, ...changes };
        store(key, isSame(next, initial) ? null : { values: next, at: new Date().toISOString(), version });
        return next;
      }),
    [key, initial, version],
  );
  const reset = (to: Start) => {
    store(key, null);
    setRestoredAt(null);
    setVersion(to.version);
    setValues(to.values);
  };
  return { values, version, change, reset, restoredAt, forget: () => store(key, null) };
}
