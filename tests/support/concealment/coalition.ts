import type { Act, History, Level } from "./acts";

export type Revision = { level: Level; wording: number; signedAt: number; until: number | null };
export type Cell = { revisions: Revision[]; standing: Revision | null; steps: { to: Level; wording: number }[] };

/** What somebody reads: of each cell whether a stance is shown, and of each row whether some are not. */
export type Reading = { shown: boolean[][]; notShown: boolean[]; members: boolean[] };

/** By which rule a coalition tells what is not shown. Times are days; acts happen by day, the batch runs early in the morning. */
export interface Marking {
  takenBack(at: { organization: number; proposition: number }, audiences: readonly Level[], since: number): void;
  returned(organization: number): void;
  batch(time: number, endsQuarter: boolean): void;
  isMarked(proposition: number, audience: Level, blanks: number, past: number | null): boolean;
}

/** What differs between the rule as it is and as it was, besides the marks. */
export type Customs = { withdrawingHides: boolean; wideningSignsAnew: boolean };

/** A coalition in memory, as far as hiding goes. That it tells what the database tells is itself a test. */
export class Coalition {
  readonly cells: Cell[][];
  readonly wordings: { number: number; at: number }[][];
  readonly memberships: { at: number; member: boolean }[][];

  constructor(
    readonly history: History,
    readonly customs: Customs,
    readonly marking: (of: Coalition) => Marking,
  ) {
    const { themes, organizations } = history;
    this.cells = themes.map(() =>
      Array.from({ length: organizations }, (): Cell => ({ revisions: [], standing: null, steps: [] })),
    );
    this.wordings = themes.map(() => [{ number: 1, at: -1 }]);
    this.memberships = Array.from({ length: organizations }, () => []);
    this.#marks = marking(this);
  }
  readonly #marks: Marking;

  cell(proposition: number, organization: number): Cell {
    const found = this.cells[proposition]?.[organization];
    if (!found) throw new Error("no such cell");
    return found;
  }

  wording(proposition: number, until = Number.POSITIVE_INFINITY): number {
    return this.wordings[proposition]?.findLast(({ at }) => at < until)?.number ?? 1;
  }

  isMember(organization: number, until = Number.POSITIVE_INFINITY): boolean {
    return this.memberships[organization]?.findLast(({ at }) => at < until)?.member ?? false;
  }

  batch(time: number, endsQuarter: boolean) {
    this.#marks.batch(time, endsQuarter);
  }

  apply(act: Act, at: number) {
    switch (act.kind) {
      case "reword":
        this.wordings[act.proposition]?.push({ number: this.wording(act.proposition) + 1, at });
        return;
      case "join":
      case "return":
        this.memberships[act.organization]?.push({ at, member: true });
        if (act.kind === "return") this.#marks.returned(act.organization);
        return;
      case "suspend":
        this.memberships[act.organization]?.push({ at, member: false });
        return;
      default:
        this.#state(act, at);
    }
  }

  #state(act: Exclude<Act, { kind: "reword" | "join" | "return" | "suspend" }>, at: number) {
    const cell = this.cell(act.proposition, act.organization);
    const { standing } = cell;
    const wording = this.wording(act.proposition);
    const sign = (level: Level, given = wording) => {
      if (standing) standing.until = at;
      cell.standing = { level, wording: given, signedAt: at, until: null };
      cell.revisions.push(cell.standing);
      cell.steps.push({ to: level, wording: given });
    };
    if (act.kind === "sign") {
      this.#narrow(act, act.level);
      sign(act.level);
    } else if (!standing) return;
    else if (act.kind === "confirm") sign(standing.level);
    else if (act.kind === "withdraw") {
      standing.until = at;
      cell.standing = null;
      this.#narrow(act, 0, this.customs.withdrawingHides);
    } else if (act.level < standing.level) {
      this.#narrow(act, act.level);
      cell.steps.push({ to: act.level, wording: standing.wording });
    } else if (act.level > standing.level) {
      if (this.customs.wideningSignsAnew) sign(act.level, standing.wording);
      else standing.level = act.level;
    }
  }

  /** Whoever read something and reads it no longer is an audience from which it was taken back. */
  #narrow(at: { proposition: number; organization: number }, to: Level, reachesBack = true) {
    const { revisions } = this.cell(at.proposition, at.organization);
    const lost = ([1, 2, 3] as const).filter(
      (audience) => audience > to && revisions.some((it) => it.level >= audience),
    );
    for (const audience of lost) {
      const since = Math.min(...revisions.filter((it) => it.level >= audience).map((it) => it.signedAt));
      this.#marks.takenBack(at, [audience], since);
    }
    if (reachesBack) for (const it of revisions) if (it.level > to) it.level = to;
  }

  /** What is read as this audience: now, or at the end of a day. */
  read(audience: Level, day: number | null = null): Reading {
    const end = day === null ? Number.POSITIVE_INFINITY : day + 1;
    const members = this.memberships.map((_, organization) => this.isMember(organization, end));
    const shown = this.cells.map((row, proposition) =>
      row.map((cell, organization) => {
        const stood = cell.revisions.find((it) => it.signedAt < end && (it.until === null || it.until >= end));
        const now = day === null ? cell.standing : (stood ?? null);
        const counts = now !== null && now.wording === this.wording(proposition, end);
        return counts && now.level >= audience && members[organization] === true;
      }),
    );
    const count = members.filter(Boolean).length;
    const notShown = shown.map((row, proposition) => {
      const blanks = count - row.filter(Boolean).length;
      return this.#marks.isMarked(proposition, audience, blanks, day);
    });
    return { shown, notShown, members };
  }

  /** Whether a reader finds a history here, or nothing. */
  hasHistory(audience: Level, proposition: number, organization: number): boolean {
    return (
      this.isMember(organization) && this.cell(proposition, organization).revisions.some((it) => it.level >= audience)
    );
  }

  /** What the attacker wants to know, and nobody tells them. */
  hides(audience: Level, proposition: number, organization: number): boolean {
    const { standing } = this.cell(proposition, organization);
    return standing !== null && standing.wording === this.wording(proposition) && standing.level < audience;
  }
}
