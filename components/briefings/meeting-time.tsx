import type { SequencePart } from "@/lib/briefings/schema";
import { useMeetingTime } from "./use-meeting-time";

type MeetingTimeProps = { meeting: Pick<SequencePart, "time" | "zone">; own: string; missing: string };

/** When it is where it is, and under that when it is for the reader. */
export function MeetingTime({ meeting: { time, zone }, own, missing }: MeetingTimeProps) {
  const { inFull, zoneAt, elsewhere } = useMeetingTime();
  if (!time) return <span className="text-ink-2">{missing}</span>;
  const there = elsewhere(time, zone, own);
  return (
    <span className="grid">
      <time dateTime={time.startsAt}>{inFull(time, zone)}</time>
      <span className="font-normal text-ink-3 text-small">{zoneAt(time, zone)}</span>
      {there && <span className="font-normal text-ink-3 text-small">{there}</span>}
    </span>
  );
}
