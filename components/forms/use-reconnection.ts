import { useEffect, useRef } from "react";

/** Does it again as soon as the line is back, with what is written by then. */
export function useReconnection(waits: boolean, again: () => void) {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (!waits) return;
    const onOnline = () => latest.current();
    window.addEventListener("online", onOnline);
    return () => window.removeEventListener("online", onOnline);
  }, [waits]);
}
