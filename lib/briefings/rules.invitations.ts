/** A mail that went, or is to go, to somebody. */
export type MailRow = { kind: string; sequence: number; recipientId: string; sentAt: Date | null };

type Meeting = {
  state: string;
  sequence: number;
  endsAt: Date | null;
  /** A clock changed under it, and its host has not let that go out yet. */
  held: boolean;
};

export type DueMail = { kind: "request" | "cancel"; recipientId: string };

/**
 * Which mails a meeting owes now, as its calendar entry stands. Whoever was asked and is so no more, or whose meeting is
 * cancelled, has it taken out of their calendar; nobody hears of a meeting that is over, nor twice of the same.
 */
export function dueMails(meeting: Meeting, invited: readonly string[], rows: readonly MailRow[], now: Date): DueMail[] {
  if (!meeting.endsAt || meeting.endsAt <= now || meeting.held) return [];
  const asked = meeting.state === "scheduled" ? new Set(invited) : new Set<string>();
  const has = (kind: string, recipientId: string) =>
    rows.some((it) => it.kind === kind && it.recipientId === recipientId && it.sequence === meeting.sequence);
  const requests = [...asked]
    .filter((recipientId) => !has("request", recipientId))
    .map((recipientId) => ({ kind: "request" as const, recipientId }));
  if (meeting.state !== "scheduled" && meeting.state !== "cancelled") return [];
  const cancels = [...new Set(rows.map(({ recipientId }) => recipientId))]
    .filter((recipientId) => !asked.has(recipientId) && isInCalendar(rows, recipientId) && !has("cancel", recipientId))
    .map((recipientId) => ({ kind: "cancel" as const, recipientId }));
  return [...requests, ...cancels];
}

/** Whether the meeting may stand in somebody's calendar: a request went, and no cancellation after it. */
function isInCalendar(rows: readonly MailRow[], recipientId: string): boolean {
  const latest = (kind: string) =>
    Math.max(-1, ...rows.filter((it) => it.kind === kind && it.recipientId === recipientId).map((it) => it.sequence));
  return latest("request") > latest("cancel");
}

/** What a request tells: the first, another time, or the same time after a clock changed. */
export type Occasion = "scheduled" | "moved" | "clock_changed";
