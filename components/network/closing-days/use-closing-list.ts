import { useRef, useState } from "react";
import { api } from "@/lib/api/client";
import { closingKey } from "@/lib/network/rules.closing-days";
import type { ClosingDays, EnteredClosing } from "@/lib/network/schema.closing-days";
import { useRouter } from "@/lib/platform/i18n/navigation";

export type ClosingChange = { added: readonly EnteredClosing[]; removed?: readonly EnteredClosing[] };
export type ClosingList = {
  now: ClosingDays;
  /** Sends a change of the list as it is by then, and answers what it is afterwards. */
  send: (change: ClosingChange) => Promise<ClosingDays>;
};

const later = (one: ClosingDays, other: ClosingDays) =>
  one.year !== other.year || one.version >= other.version ? one : other;

/** The list as the page brought it, or as the last change left it: whoever presses twice changes what the first press made. */
export function useClosingList(fromPage: ClosingDays): ClosingList {
  const router = useRouter();
  const [answered, setAnswered] = useState(fromPage);
  const now = later(fromPage, answered);
  const latest = useRef(now);
  const send = async ({ added, removed = [] }: ClosingChange) => {
    const { entered, version, year } = later(now, latest.current);
    const out = new Set(removed.map(closingKey));
    const left = entered.filter((it) => !out.has(closingKey(it)));
    const input = { entered: [...left, ...added], year };
    const answer = await api.administration.keepClosingDays.call(input, { context: { ifMatch: version } });
    latest.current = answer;
    setAnswered(answer);
    router.refresh();
    return answer;
  };
  return { now, send };
}
