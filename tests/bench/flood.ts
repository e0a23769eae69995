import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "./statistics";

/** One request of somebody: what it asks for, from which address, and who it says it is. */
export type Visit = { path: string; address: string; cookie?: string };

/** How one request ended: its status (0 for no answer), when it was due, and how long it took from then on, in milliseconds. */
export type Ending = { status: number; due: number; ms: number };

export type Target = { address: string; host: string };

/** Nobody waits longer for a page. */
const patience = 10_000;
const maxConnections = 2_000;

/** Sends visits to one server, on as many connections as are waited for, as different people's browsers do. */
export function makeVisitors({ address, host }: Target) {
  const agent = new Agent({ keepAlive: true, maxSockets: maxConnections, maxFreeSockets: maxConnections });
  const visit = (one: Visit, due = performance.now()) =>
    new Promise<Ending>((resolve) => {
      const headers = {
        host,
        "x-forwarded-for": one.address,
        "accept-language": "en-CA",
        ...(one.cookie && { cookie: one.cookie }),
      };
      const end = (status: number) => resolve({ status, due, ms: performance.now() - due });
      const asked = request(new URL(one.path, address), { agent, headers, timeout: patience }, (answer) => {
        answer.resume();
        answer.once("end", () => end(answer.statusCode ?? 0));
        answer.once("error", () => end(0));
      });
      asked.once("timeout", () => asked.destroy());
      asked.once("error", () => end(0));
      asked.end();
    });
  return { visit, close: () => agent.destroy() };
}

export type Visitors = ReturnType<typeof makeVisitors>;

/** Visits that come at their own times, whether or not the ones before were answered. It is over when the last was sent. */
export async function flood(
  { visit }: Visitors,
  next: () => Visit,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Promise<Ending>[]> {
  const began = performance.now();
  const endings: Promise<Ending>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = began + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    endings.push(visit(next(), due));
  }
  return endings;
}

/** As much as a server answers to so many who each wait for their answer before they ask again, in a second. */
export async function measureCapacity({ visit }: Visitors, next: () => Visit, askers: number, seconds: number) {
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  const ask = async () => {
    while (performance.now() < until) if ((await visit(next())).status === 200) answered++;
  };
  await Promise.all(Array.from({ length: askers }, ask));
  return answered / seconds;
}

const isRefused = ({ status }: Ending) => status === 503 || status === 429;

/** What became of a flood: answers in a second, and how long the served and the refused waited at the 95th percentile. */
export function sumUp(endings: readonly Ending[], seconds: number) {
  const served = endings.filter(({ status }) => status === 200);
  const refused = endings.filter(isRefused);
  return {
    goodput: served.length / seconds,
    served: percentile(
      served.map(({ ms }) => ms),
      0.95,
    ),
    refused: percentile(
      refused.map(({ ms }) => ms),
      0.95,
    ),
    share: refused.length / endings.length,
    failed: endings.length - served.length - refused.length,
  };
}

/** Seconds from the first of these visits until from then on all were served, none later than this. */
export function secondsToRecover(endings: readonly Ending[], latest: number): number {
  const first = endings[0]?.due ?? 0;
  const bad = endings.findLast(({ status, ms }) => status !== 200 || ms > latest);
  return bad ? (bad.due + bad.ms - first) / 1000 : 0;
}
