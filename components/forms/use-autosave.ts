import { useCallback, useEffect, useState } from "react";
import { type FieldValues, type FormValues, parseSaved, type SavedValues, toStored } from "./saved-values";

/** A device that refuses to store anything (private windows, full disks) must not stop anybody from writing. */
function save(key: string, saved: SavedValues<FieldValues> | null) {
  try {
    if (saved) window.localStorage.setItem(key, JSON.stringify(saved));
    else window.localStorage.removeItem(key);
  } catch {
    // The form goes on without a copy.
  }
}

function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Saves a form's values on this device at every letter until `clear`, and restores them on return; it needs no account.
 * Where texts have versions, the one that the typing began over is saved too: else a restored text would silently replace
 * what a colleague saved meanwhile.
 */
export function useAutosave<Values extends FieldValues>(key: string, initial: Values, initialVersion?: number | null) {
  const [values, setValues] = useState(initial);
  const [version, setVersion] = useState(initialVersion);
  const [restored, setRestored] = useState<{ at: Date | null } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved is restored once, on arrival
  useEffect(() => {
    const saved = parseSaved(readStored(key), initial);
    if (!saved) return;
    setValues(saved.values);
    if (saved.version !== undefined) setVersion(saved.version);
    setRestored({ at: saved.at === null ? null : new Date(saved.at) });
  }, [key]);
  const change = useCallback(
    <Name extends keyof Values>(name: Name, value: Values[Name]) =>
      setValues((before) => {
        const next = { ...before, [name]: value };
        save(key, toStored(next, initial, { at: new Date().toISOString(), version }));
        return next;
      }),
    [key, initial, version],
  );
  const clear = () => save(key, null);
  const reset = (to: Values = initial, toVersion: number | null | undefined = initialVersion) => {
    clear();
    setRestored(null);
    setVersion(toVersion);
    setValues(to);
  };
  /** Goes on with these values over another version: what was typed stays stored, and nothing has to be typed again for that. */
  const rebase = (onto: Values, ontoVersion: number | null | undefined) => {
    save(key, toStored(onto, initial, { at: new Date().toISOString(), version: ontoVersion }));
    setRestored(null);
    setVersion(ontoVersion);
    setValues(onto);
  };
  return { values, version, change, reset, rebase, restored, clear };
}

/** What a text control needs to stand for one of the values. */
export const bindField = (name: string, values: FormValues, change: (name: string, value: string) => void) => ({
  name,
  value: values[name] ?? "",
  onChange: (event: { target: { value: string } }) => change(name, event.target.value),
});
