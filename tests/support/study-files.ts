import { seededRandom } from "@/lib/math/random";

export type Planted = { participants: number; statements: number; minds: number; seed?: number; answering?: number };

/** Votes as Polis exports them, of so many minds: each agrees with its own share of the statements. */
export function makeVotesFile({ participants, statements, minds, seed = 1, answering = 0.7 }: Planted): string {
  const random = seededRandom(seed);
  const head = ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"];
  const names = [...head, ...Array.from({ length: statements }, (_, at) => at)];
  const rows = Array.from({ length: participants }, (_, who) => {
    const votes = Array.from({ length: statements }, (_, at) => {
      if (random() > answering) return "";
      if (random() < 0.1) return "0";
      // The last statement is everybody's.
      return at === statements - 1 || at % minds === who % minds ? "1" : "-1";
    });
    const count = (vote: string) => votes.filter((it) => it === vote).length;
    return [who + 100, "", 0, votes.filter(Boolean).length, count("1"), count("-1"), ...votes];
  });
  return [names, ...rows].map((row) => `${row.join(",")}\n`).join("");
}

export function makeStatementsFile(statements: number, moderatedOut: readonly number[] = []): string {
  const rows = Array.from({ length: statements }, (_, at) => [
    "1700000000",
    "a day",
    at,
    7,
    0,
    0,
    moderatedOut.includes(at) ? -1 : 1,
    `"Statement ${at}, in its own words"`,
  ]);
  const head = ["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"];
  return [head, ...rows].map((row) => `${row.join(",")}\n`).join("");
}

export const toBytes = (text: string) => new TextEncoder().encode(text);
