import type { Act, History } from "./acts";
import type { Coalition, Reading } from "./coalition";

/** What an attacker has gathered of one blank, from everything that they read on every day so far. */
export type Trace = {
  organization: number;
  /** When its stance went out of sight; null where none was ever shown. */
  vanished: number | null;
  /** When its row last said that nothing is kept, while it was blank. */
  cleared: number | null;
  /** Whether something else of it was seen to change on the day on which its row began to say "some". */
  stirred: boolean;
  joined: number;
  /** How often the mark of its row went as it went, or came as it came, less how often it did not. */
  followed: number;
  /** By today's reading of the days that are over: the mark is there on days on which it was a blank member, and on no other. */
  alone: boolean;
  /** The last day, read today, on which it was blank and nothing was kept. */
  clearedThen: number | null;
  /** Whether a history is found there. */
  history: boolean;
  /** Whether the row says to a visitor, too, that some are not shown. */
  publicly: boolean;
};

export type Row = { time: number; blanks: Trace[]; hiding: Set<number> };

const none = Number.NEGATIVE_INFINITY;

/** Somebody who reads everything that this audience reads, at every moment and of every day, and forgets nothing. */
export class Watcher {
  readonly #history: History;
  #seen: Reading | null = null;
  readonly #vanished = new Map<string, number>();
  readonly #cleared = new Map<string, number>();
  readonly #rose = new Map<number, number>();
  readonly #stirred: number[];
  readonly #joined: number[];
  readonly #followed = new Map<string, number>();
  /** Who went since the last batch, with the rows that said "some" until then: the batch may tell. */
  #gone: { organization: number; marked: boolean[] }[] = [];

  constructor(
    readonly coalition: Coalition,
    { organizations }: History = coalition.history,
  ) {
    this.#history = coalition.history;
    this.#stirred = Array<number>(organizations).fill(none);
    this.#joined = Array<number>(organizations).fill(none);
  }

  /** Reads the present; `act` is what everybody sees happen to an organization's membership or to a wording. */
  read(time: number, act: Act | null) {
    const now = this.coalition.read(this.#history.audience);
    const before = this.#seen;
    for (const [proposition, row] of now.shown.entries()) {
      const marked = now.notShown[proposition] === true;
      const wasMarked = before?.notShown[proposition] === true;
      if (marked && !wasMarked) this.#rose.set(proposition, time);
      for (const [organization, shown] of row.entries()) {
        const key = `${proposition} ${organization}`;
        const wasShown = before?.shown[proposition]?.[organization] === true;
        if (shown !== wasShown && act?.kind !== "suspend" && act?.kind !== "return" && act?.kind !== "reword")
          this.#stirred[organization] = time;
        if (wasShown && !shown && act?.kind !== "suspend") this.#vanished.set(key, time);
        if (shown) this.#vanished.delete(key);
        if (!shown && now.members[organization] && !marked) this.#cleared.set(key, time);
      }
    }
    if (before) this.#follow(act, before, now);
    if (act?.kind === "join") this.#joined[act.organization] = time;
    this.#seen = now;
  }

  #follow(act: Act | null, before: Reading, now: Reading) {
    if (act?.kind === "suspend") this.#gone.push({ organization: act.organization, marked: before.notShown });
    if (act?.kind === "return")
      for (const [proposition, marked] of now.notShown.entries())
        if (marked) this.#count(proposition, act.organization, !before.notShown[proposition]);
    if (act) return;
    for (const { organization, marked } of this.#gone)
      for (const [proposition, was] of marked.entries())
        if (was) this.#count(proposition, organization, !now.notShown[proposition]);
    this.#gone = [];
  }

  #count(proposition: number, organization: number, followed: boolean) {
    const key = `${proposition} ${organization}`;
    this.#followed.set(key, (this.#followed.get(key) ?? 0) + (followed ? 1 : -1));
  }

  /** The rows that say "some", with what is known of each blank, and with what nobody tells: who hides there. */
  rows(time: number, today: number): Row[] {
    const { audience, organizations } = this.#history;
    const now = this.coalition.read(audience);
    const asVisitor = this.coalition.read(3);
    const days = Array.from({ length: today }, (_, day) => this.coalition.read(audience, day));
    return now.shown.flatMap((row, proposition) => {
      if (!now.notShown[proposition]) return [];
      const blanks = Array.from({ length: organizations }, (_, at) => at).filter(
        (at) => now.members[at] && !row[at] && !this.#saysOfEarlier(proposition, at),
      );
      return [
        {
          time,
          blanks: blanks.map((at) => this.#trace({ proposition, at, days, visitor: asVisitor })),
          hiding: new Set(blanks.filter((at) => this.coalition.hides(audience, proposition, at))),
        },
      ];
    });
  }

  /** What stands for an earlier wording is read, if not counted: its cell is no secret. */
  #saysOfEarlier(proposition: number, organization: number): boolean {
    const { standing } = this.coalition.cell(proposition, organization);
    return standing !== null && standing.level >= this.#history.audience;
  }

  #trace({
    proposition,
    at,
    days,
    visitor,
  }: {
    proposition: number;
    at: number;
    days: Reading[];
    visitor: Reading;
  }): Trace {
    const key = `${proposition} ${at}`;
    const was = days.map((day) => ({
      blank: day.members[at] === true && day.shown[proposition]?.[at] !== true,
      marked: day.notShown[proposition] === true,
    }));
    const rose = this.#rose.get(proposition) ?? none;
    return {
      organization: at,
      vanished: this.#vanished.get(key) ?? null,
      cleared: this.#cleared.get(key) ?? null,
      stirred: Math.abs(rose - (this.#stirred[at] ?? none)) < 1,
      joined: this.#joined[at] ?? none,
      followed: this.#followed.get(key) ?? 0,
      alone: was.some((it) => !it.blank && !it.marked) && was.every((it) => it.blank === it.marked),
      clearedThen: was.findLastIndex((it) => it.blank && !it.marked),
      history: this.coalition.hasHistory(this.#history.audience, proposition, at),
      publicly: visitor.notShown[proposition] === true,
    };
  }
}
