/** A mail that went, or is to go, to somebody: which entry it puts into a calendar or takes out. */
export type MailRow = { kind: string; sequence: number; recipientId: string; entryId: string | null };

type Meeting = {
  state: string;
  sequence: number;
  endsAt: Date | null;
  /** The entry that it stands under now; none while it has no date. */
  entryId: string | null;
};

export type DueMail = { kind: "request" | "cancel"; recipientId: string; entryId: string };

/**
 * Which mails a meeting owes now. Whoever was asked and is so no more, whose meeting is cancelled, or whose date was given up
 * has the entry taken out of their calendar; nobody hears of a meeting that is over, nor twice of the same.
 */
export function dueMails(meeting: Meeting, invited: readonly string[], rows: readonly MailRow[], now: Date): DueMail[] {
  const { state, sequence, endsAt, entryId } = meeting;
  if (state === "published" || (endsAt && endsAt <= now)) return [];
  const asked = new Set(state === "scheduled" && entryId ? invited : []);
  const has = (kind: string, recipientId: string) =>
    rows.some((it) => it.kind === kind && it.recipientId === recipientId && it.sequence === sequence);
  const requests = [...asked].flatMap((recipientId) =>
    entryId && !has("request", recipientId) ? [{ kind: "request" as const, recipientId, entryId }] : [],
  );
  const cancels = [...new Set(rows.map(({ recipientId }) => recipientId))].flatMap((recipientId) => {
    const kept = asked.has(recipientId) ? entryId : null;
    const gone = entriesAt(rows, recipientId).find((it) => it !== kept);
    return gone && !has("cancel", recipientId) ? [{ kind: "cancel" as const, recipientId, entryId: gone }] : [];
  });
  return [...cancels, ...requests];
}

/** What may stand in somebody's calendar: each entry that a request brought, and no later cancellation took out. */
function entriesAt(rows: readonly MailRow[], recipientId: string): string[] {
  const own = rows.filter((it) => it.recipientId === recipientId);
  const latest = (kind: string, entryId: string) =>
    Math.max(-1, ...own.filter((it) => it.kind === kind && it.entryId === entryId).map((it) => it.sequence));
  const entries = new Set(own.flatMap((it) => (it.kind === "request" && it.entryId ? [it.entryId] : [])));
  return [...entries].filter((entryId) => latest("request", entryId) > latest("cancel", entryId));
}

/** What a request tells: the first, another time, or the same time after a clock changed. */
export type Occasion = "scheduled" | "moved" | "clock_changed";
