import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "../../bin/dev/steps/build.mjs";
import { generate } from "../../bin/dev/steps/generate.mjs";
import {
  type Ending,
  flood,
  makeVisitors,
  measureCapacity,
  secondsToRecover,
  sumUp,
  type Visit,
  type Visitors,
} from "./flood";
import { root, serve } from "./server";
import { makeSetting, type World } from "./setting";
import { median } from "./statistics";
import { print } from "./table";

/** What visitors read, as often as it stands here. */
const readings = ({ organization, proposition }: World) => [
  "/en",
  "/fr",
  "/en/agreement",
  "/fr/agreement/table",
  `/en/propositions/${proposition}`,
  `/fr/propositions/${proposition}`,
  "/en/organizations",
  `/en/organizations/${organization}`,
  "/en/briefings/recommendations",
  "/en/library",
  "/en/sign-in",
  "/api/v1/propositions?limit=25",
];

/** Someone from one of some thousand addresses, who reads one thing after the other. */
function makeCrowd(world: World): () => Visit {
  const paths = readings(world);
  let n = 0;
  return () => {
    n++;
    const place = (n * 7919) % 4096;
    return { path: paths[n % paths.length] ?? "/en", address: `198.18.${place >> 8}.${place & 255}` };
  };
}

const effort = { times: [1, 2, 5, 10], seconds: 10, after: 8, warm: 10, capacity: 8 };
const quickly = { times: [1, 10], seconds: 5, after: 6, warm: 6, capacity: 4 };

/**
 * What becomes of a node when more is asked of it than it can answer: pages, from many addresses at once, as many in a second
 * as it can answer and a multiple of it, while one member goes on reading. It reports, and fails at nothing.
 */
export async function measureOverload({ quick, rounds }: { quick: boolean; rounds: number }) {
  await generate(root);
  await build(root);
  const setting = await makeSetting();
  const { env, watch, world } = setting;
  try {
    // Each visitor's address is the one they say they come from, as if a proxy had written it.
    const traffic = { TRUSTED_PROXIES: "127.0.0.1", IN_FLIGHT_PER_ADDRESS: "", IN_FLIGHT_PER_ACCOUNT: "" };
    const server = await serve({ name: "product", env: { ...env, ...traffic }, watch });
    try {
      await measure(makeVisitors(server), world, { ...(quick ? quickly : effort), rounds });
    } finally {
      await server.stop();
    }
  } finally {
    await setting.stop();
  }
}

async function measure(visitors: Visitors, world: World, plan: Plan) {
  const next = makeCrowd(world);
  await measureCapacity(visitors, next, 16, plan.warm);
  const rows: Row[] = [];
  for (let round = 0; round < plan.rounds; round++)
    for (const times of plan.times) {
      rows.push({ times, ...(await press(visitors, next, world, times, plan)) });
      console.log(JSON.stringify(rows.at(-1)));
    }
  report(rows, plan);
  visitors.close();
}

type Plan = typeof effort & { rounds: number };
type Row = Awaited<ReturnType<typeof press>> & { times: number };

/** One flood, with the capacity measured just before it: the machine may be another one a minute later. */
async function press(visitors: Visitors, next: () => Visit, world: World, times: number, plan: Plan) {
  const { seconds, after } = plan;
  const capacity = await measureCapacity(visitors, next, 16, plan.capacity);
  await pause(1_000);
  const calm = await Promise.all(await flood(visitors, next, { perSecond: capacity / 4, seconds: 3 }));
  const usual = sumUp(calm, 3).served;
  const own = monitorEventLoopDelay({ resolution: 5 });
  own.enable();
  const reading = { path: "/en/positions", address: "203.0.113.9", cookie: world.cookie };
  const [sent, member] = await Promise.all([
    flood(visitors, next, { perSecond: capacity * times, seconds }),
    flood(visitors, () => reading, { perSecond: 2, seconds }),
  ]);
  own.disable();
  const afterwards = await flood(visitors, next, { perSecond: capacity / 4, seconds: after });
  return {
    capacity,
    offered: capacity * times,
    ...sumUp(await Promise.all(sent), seconds),
    /** How late the measuring program itself was: what it says of others is no more exact than that. */
    own: own.percentile(95) / 1e6,
    member: shareServed(await Promise.all(member)),
    // A visit that is slow now and then is no sign of a flood that goes on: three times as slow as usual is.
    recovery: secondsToRecover(await Promise.all(afterwards), Math.max(500, 3 * usual)),
  };
}

const shareServed = (endings: readonly Ending[]) =>
  endings.filter(({ status }) => status === 200).length / endings.length;

function report(rows: readonly Row[], { times }: Plan) {
  const of = (which: number, value: (row: Row) => number) =>
    median(rows.filter((row) => row.times === which).map(value));
  print(
    "Pages and reads asked for by visitors from 4,096 addresses: medians of the rounds",
    [
      "offered",
      "capacity/s",
      "offered/s",
      "goodput/s",
      "of capacity",
      "refused",
      "refused p95 ms",
      "served p95 ms",
      "no answer",
      "member served",
      "calm again s",
    ],
    times.map((it) => [
      `× ${it}`,
      of(it, (row) => row.capacity).toFixed(0),
      of(it, (row) => row.offered).toFixed(0),
      of(it, (row) => row.goodput).toFixed(0),
      `${of(it, (row) => (100 * row.goodput) / row.capacity).toFixed(0)} %`,
      `${of(it, (row) => 100 * row.share).toFixed(0)} %`,
      of(it, (row) => row.refused).toFixed(0),
      of(it, (row) => row.served).toFixed(0),
      of(it, (row) => row.failed).toFixed(0),
      `${of(it, (row) => 100 * row.member).toFixed(0)} %`,
      of(it, (row) => row.recovery).toFixed(1),
    ]),
  );
}
