import { type Fault, type Finding, nothingFound, someOf } from "../finding";
import { root, runProgram } from "../process";
import { inSetting, type Setting } from "../setting";

const workers = 16;

type Closed = { killed: number; closed: number; anomalies: string[] };

/** Sixteen workers close rounds that are over, each left with them three times, and eight of them are killed meanwhile. */
export async function closeAtOnce({ rounds, env, watch }: Setting): Promise<Finding> {
  const printed = await runProgram(
    [
      ...[process.execPath, "--conditions=react-server", "--import", "tsx"],
      ...[`${root}/tests/soak/closing-rounds.ts`, String(rounds), String(workers)],
    ],
    { env, watch },
  );
  const { killed, closed, anomalies } = JSON.parse(printed.trim().split("\n").at(-1) ?? "{}") as Closed;
  return { ...nothingFound, injected: killed, acknowledged: closed, lost: rounds - closed, broken: someOf(anomalies) };
}

export const roundsClosed: Fault = {
  name: "rounds-closed",
  says: "half of sixteen workers are killed while they close no-objection rounds",
  run: ({ server, choice }) => inSetting({ server, name: "rounds-closed", choice }, closeAtOnce),
};
