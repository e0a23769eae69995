import { useCallback, useEffect, useState } from "react";

export type FormValues = Record<string, string>;

function readSaved(key: string): FormValues | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    return Object.fromEntries(Object.entries(kept).filter((it): it is [string, string] => typeof it[1] === "string"));
  } catch {
    return null;
  }
}

/** A device that refuses to keep anything (private windows, full disks) must not stop anybody from writing. */
function save(key: string, values: FormValues | null) {
  try {
    if (values) window.localStorage.setItem(key, JSON.stringify(values));
    else window.localStorage.removeItem(key);
  } catch {
    // The form goes on without a copy.
  }
}

/** What is typed into a form, kept on this device until it is sent, without an account and over a reload. */
export function useAutosave(key: string, initial: FormValues) {
  const [values, setValues] = useState(initial);
  const [restored, setRestored] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is restored once, on arrival
  useEffect(() => {
    const kept = readSaved(key);
    if (!kept || Object.entries(kept).every(([name, value]) => initial[name] === value)) return;
    setValues({ ...initial, ...kept });
    setRestored(true);
  }, [key]);
  const change = useCallback(
    (name: string, value: string) =>
      setValues((before) => {
        const next = { ...before, [name]: value };
        save(key, next);
        return next;
      }),
    [key],
  );
  const reset = (to: FormValues = initial) => {
    save(key, null);
    setRestored(false);
    setValues(to);
  };
  return { values, change, reset, restored, forget: () => save(key, null) };
}

/** What a text control needs to stand for one of the values. */
export const bindField = (name: string, values: FormValues, change: (name: string, value: string) => void) => ({
  name,
  value: values[name] ?? "",
  onChange: (event: { target: { value: string } }) => change(name, event.target.value),
});
