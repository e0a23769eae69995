import { setTimeout as pause } from "node:timers/promises";
import { type Arrived, arrive } from "./arrivals";
import type { Case } from "./cases";
import { type Pressed, press } from "./load";
import { median, pairedRatio } from "./statistics";
import type { Subject } from "./subjects";

export type Effort = { rounds: number; seconds: number };
type Subjects = { product: Subject; twin: Subject };
type Round = Record<Subject["name"], { pressed: Pressed; arrived: Arrived }>;

/** One line of the table: what the product did, what the twin did beside it, and how they compare. */
export type Compared = {
  name: string;
  target: number;
  peer: number;
  perSecond: Measurements;
  ratio: number;
  cpu: Measurements;
  cpuRatio: number;
  databaseCpu: Measurements;
  rate: number;
  p50: Measurements;
  p99: Measurements;
  p99Ratio: number;
  memory: Measurements;
  failed: Measurements;
};
export type Measurements = { product: number; twin: number };

const both = ["product", "twin"] as const;

/** Round after round, each time the other one first: what the machine does meanwhile happens to both. */
export async function compare(it: Case, subjects: Subjects, databasePid: number, effort: Effort): Promise<Compared> {
  const { rounds, seconds } = effort;
  for (const name of both) await warmUp(it, subjects[name], databasePid);
  const all: Round[] = [];
  for (let n = 0; n < rounds; n++) all.push(await playRound(it, subjects, databasePid, seconds, n % 2 === 1));
  return sum(it, all);
}

/** A program runs faster the hundredth time; on a busy machine two seconds may not even see the second. */
async function warmUp(it: Case, subject: Subject, databasePid: number) {
  let answered = 0;
  for (let n = 0; n < 10 && answered < 128; n++) {
    await settle(it, subject);
    answered += 2 * (await press({ subject, ask: it.ask, seconds: 2, databasePid })).perSecond;
  }
}

/** Lets the server finish what was still asked of it when time was up. */
async function settle({ prepare }: Case, subject: Subject) {
  await pause(500);
  await prepare?.(subject);
}

async function playRound(it: Case, subjects: Subjects, databasePid: number, seconds: number, turned: boolean) {
  const order = turned ? both.toReversed() : both;
  const pressed = {} as Record<Subject["name"], Pressed>;
  const arrived = {} as Record<Subject["name"], Arrived>;
  for (const name of order) {
    await settle(it, subjects[name]);
    pressed[name] = await press({ subject: subjects[name], ask: it.ask, seconds, databasePid });
  }
  const perSecond = Math.max(1, pressed.product.perSecond / 2);
  for (const name of order) {
    await settle(it, subjects[name]);
    arrived[name] = await arrive({ ...it, subject: subjects[name], perSecond, seconds });
  }
  return {
    product: { pressed: pressed.product, arrived: arrived.product },
    twin: { pressed: pressed.twin, arrived: arrived.twin },
  };
}

function sum({ name, target, peer }: Case, rounds: readonly Round[]): Compared {
  const each = (of: (round: Round[Subject["name"]]) => number) => ({
    product: rounds.map((round) => of(round.product)),
    twin: rounds.map((round) => of(round.twin)),
  });
  const medians = (of: (round: Round[Subject["name"]]) => number): Measurements => {
    const { product, twin } = each(of);
    return { product: median(product), twin: median(twin) };
  };
  const ratio = (of: (round: Round[Subject["name"]]) => number) => pairedRatio(each(of).product, each(of).twin);
  return {
    name,
    target,
    peer,
    perSecond: medians(({ pressed }) => pressed.perSecond),
    ratio: ratio(({ pressed }) => pressed.perSecond),
    cpu: medians(({ pressed }) => pressed.cpu),
    cpuRatio: ratio(({ pressed }) => pressed.cpu),
    databaseCpu: medians(({ pressed }) => pressed.databaseCpu),
    rate: median(rounds.map((round) => round.product.pressed.perSecond / 2)),
    p50: medians(({ arrived }) => arrived.p50),
    p99: medians(({ arrived }) => arrived.p99),
    p99Ratio: ratio(({ arrived }) => arrived.p99),
    memory: medians(({ pressed }) => pressed.memory),
    failed: medians(({ pressed, arrived }) => pressed.failed + arrived.failed),
  };
}
