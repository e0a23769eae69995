import { type Fault, type Finding, nothingFound, someOf } from "../finding";
import { root, runProgram } from "../process";
import { inSetting, type Setting } from "../setting";

/** A hundred a round, so that the usual hundred rounds are ten thousand. */
const historiesPerRound = 100;
/** So many programs play at once, each on points of its own. */
const programs = 2;

type Played = { histories: number; acts: number; anomalies: string[] };

/**
 * Random histories of answering, rewording, contesting, confirming and withdrawing at once. Whatever happens, each answer is
 * of the words that were in force, under a mandate, and has their digest.
 */
export async function answerAtRandom({ rounds, chance, env, watch }: Setting): Promise<Finding> {
  const share = Math.ceil((rounds * historiesPerRound) / programs);
  const seeds = Array.from({ length: programs }, () => chance.below(1_000_000_000));
  const printed = await Promise.all(
    seeds.map((seed) =>
      runProgram(
        [
          ...[process.execPath, "--conditions=react-server", "--import", "tsx"],
          ...[`${root}/tests/soak/point-histories.ts`, String(share), String(seed)],
        ],
        { env, watch },
      ),
    ),
  );
  const played = printed.map((it) => JSON.parse(it.trim().split("\n").at(-1) ?? "{}") as Played);
  const histories = played.reduce((sum, it) => sum + it.histories, 0);
  return {
    ...nothingFound,
    injected: histories,
    acknowledged: played.reduce((sum, it) => sum + it.acts, 0),
    broken: someOf(played.flatMap((it) => it.anomalies)),
    remarks: [`${histories} histories`],
  };
}

export const randomAnswers: Fault = {
  name: "random-answers",
  says: "random answers, new words, contests and withdrawals at once",
  run: ({ server, choice }) => inSetting({ server, name: "random-answers", choice }, answerAtRandom),
};
