import { useDeferredValue, useEffect, useState } from "react";

/** What is typed, once the typing rests: not at every letter. */
export function useDebounced(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 400);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(rested);
}
