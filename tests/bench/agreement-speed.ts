import { analyse } from "../../lib/math/analyse";
import { orderByClusters } from "../../lib/math/cluster-order";
import { allBits, makeBits } from "../../lib/math/coalition/bits";
import { findFrontier } from "../../lib/math/coalition/frontier";
import { findSupporters, findWalking, makeWalking } from "../../lib/math/coalition/support";
import { withPair } from "../../lib/math/gather-pair";
import type { StanceMatrix } from "../../lib/math/matrix";
import { describeConsultation } from "../../lib/math/polis/consultation";
import type { Measured } from "./agreement";
import { makeChance, makeStances, makeVotes, toSupport } from "./agreement-worlds";
import { median } from "./statistics";

type Times = { readonly clock: number; readonly processor: number };

/** Milliseconds, the median of several. On a machine with other work the processor's time says more than the clock's. */
function time(work: () => unknown, { warm = 3, times = 5 } = {}): Times {
  for (let turn = 0; turn < warm; turn++) work();
  const all = Array.from({ length: times }, () => {
    const [cpu, begin] = [process.cpuUsage(), performance.now()];
    work();
    const used = process.cpuUsage(cpu);
    return { clock: performance.now() - begin, processor: (used.user + used.system) / 1000 };
  });
  return { clock: median(all.map((it) => it.clock)), processor: median(all.map((it) => it.processor)) };
}

const formatTimes = ({ clock, processor }: Times) => `${clock.toFixed(1)} ms (processor ${processor.toFixed(1)})`;
const within = (what: string, most: number, times: Times, more = ""): Measured => ({
  what,
  target: `≤ ${most} ms`,
  value: `${formatTimes(times)}${more}`,
  met: times.clock <= most,
});

const describe = (matrix: StanceMatrix) => withPair(matrix, (gather) => describeConsultation(matrix, { gather }));

function measureCoalition(): Measured[] {
  const stances = makeStances(200, 100);
  const support = toSupport(stances);
  const everything = () => {
    analyse(stances);
    orderByClusters(stances.values);
    findFrontier(support);
  };
  const bundle = [3, 14, 15, 92, 65, 35];
  const target = makeBits(200);
  const [everybody, walking] = [allBits(200), makeWalking(support, bundle.length)];
  const asked = 200_000;
  const query = time(() => {
    for (let at = 0; at < asked; at++) findSupporters(support, bundle, target);
  });
  const walk = time(() => {
    for (let at = 0; at < asked; at++) findWalking(support, bundle, everybody, walking);
  });
  return [
    within("200 × 100: map, null, bootstrap, order, frontier", 2000, time(everything, { warm: 1, times: 3 })),
    within(
      "frontier to 6, three minds",
      1000,
      time(() => findFrontier(support)),
    ),
    ...[0.3, 0.5, 0.7, 0.9].map((chance) => {
      const hard = makeChance(200, 100, chance);
      const proved = findFrontier(hard).every((it) => it.proved);
      return within(
        `frontier to 6, chance ${chance}`,
        1000,
        time(() => findFrontier(hard), { warm: 1, times: 3 }),
        proved ? ", proved" : ", NOT PROVED",
      );
    }),
    {
      what: "who supports a bundle of 6, of 200",
      target: "≤ 1 µs",
      value: `${((1000 * query.clock) / asked).toFixed(3)} µs`,
      met: (1000 * query.clock) / asked <= 1,
    },
    {
      what: "who of 200 walks away over each of 6, and over it alone",
      target: "≤ 1 µs",
      value: `${((1000 * walk.clock) / asked).toFixed(3)} µs (processor ${((1000 * walk.processor) / asked).toFixed(3)})`,
      met: (1000 * walk.clock) / asked <= 1,
    },
  ];
}

function measureLarge(quick: boolean): Measured[] {
  const sizes = quick ? [21_000, 105_000] : [21_000, 105_000, 1_000_000];
  const all = sizes.map((participants) => {
    const matrix = makeVotes(participants, 500, participants * 94.6);
    const settings = participants > 500_000 ? { warm: 0, times: 1 } : { warm: 1, times: 3 };
    return { participants, votes: matrix.votes, times: time(() => describe(matrix), settings) };
  });
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [];
  const grown = Math.log(last.votes / first.votes);
  const exponent = Math.log(last.times.processor / first.times.processor) / grown;
  const clock = Math.log(last.times.clock / first.times.clock) / grown;
  const memory = process.resourceUsage().maxRSS / 1000;
  return [
    ...all.map(({ participants, votes, times }) => {
      const what = `${participants} × 500, ${votes} votes`;
      if (participants === 1_000_000) return within(what, 15_000, times);
      return { what, target: "for information", value: formatTimes(times), met: null };
    }),
    {
      what: "exponent of time in votes (clock; processor)",
      target: "≤ 1.05",
      value: `${clock.toFixed(3)}; ${exponent.toFixed(3)}`,
      met: clock <= 1.05,
    },
    {
      what: "resident memory, most, with making the votes",
      target: "≤ 600 MB",
      value: `${memory.toFixed(0)} MB`,
      met: memory <= 600,
    },
  ];
}

export async function measureSpeed(quick: boolean): Promise<Measured[]> {
  // The largest first, while the memory that is counted is still its own.
  const large = measureLarge(quick);
  const votes = makeVotes(2031, 896, 225_524);
  const steps = describe(votes).map.components.steps;
  const times = time(() => describe(votes), { warm: 20, times: 21 });
  return [
    ...measureCoalition(),
    within(`2031 × 896, ${votes.votes} votes, warm`, 60, times, `, ${steps} steps`),
    ...large,
  ];
}
