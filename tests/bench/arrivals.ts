import { Agent, request } from "node:http";
import { percentile } from "./statistics";
import type { Ask, BenchAnswer, Sent, Subject } from "./subjects";

export type Arrived = { p50: number; p99: number; failed: number };

type Arrive = { subject: Subject; ask: Ask; askers: number; perSecond: number; seconds: number };

/**
 * Requests that come at their own times, whether or not the ones before are answered, as people's do. Latency counts from
 * the moment a request was due. (Autocannon would send a second's worth at once, then wait for the next second.)
 */
export async function arrive({ subject, ask, askers, perSecond, seconds }: Arrive): Promise<Arrived> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const idle = Array.from({ length: askers }, (_, place) => ask(subject, place));
  const latencies: number[] = [];
  let failed = 0;
  const total = Math.max(1, Math.round(perSecond * seconds));
  const began = performance.now();
  const sent: Promise<void>[] = [];
  for (let n = 0; n < total; n++) {
    const due = began + (n * 1000) / perSecond;
    await until(due);
    // Whoever writes waits for their own last answer. Where all of them wait, the server is far behind.
    const asked = idle.shift();
    if (!asked) {
      failed++;
      continue;
    }
    const answered = send(subject, asked.next(), agent).then((answer) => {
      asked.answered?.(answer);
      if (answer.status === 200) latencies.push(performance.now() - due);
      else failed++;
      idle.push(asked);
    });
    sent.push(answered);
  }
  await Promise.all(sent);
  agent.destroy();
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), failed };
}

function until(moment: number): Promise<void> | undefined {
  const wait = moment - performance.now();
  return wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : undefined;
}

const send = ({ address }: Subject, { method, path, headers, body }: Sent, agent: Agent): Promise<BenchAnswer> =>
  new Promise((resolve) => {
    const asking = request(new URL(path, address), { method, headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.once("end", () => {
        const { statusCode: status = 0, headers: told } = response;
        resolve({ status, etag: told.etag, body: status === 200 ? "" : Buffer.concat(parts).toString() });
      });
    });
    asking.once("error", () => resolve({ status: 0, etag: undefined, body: "" }));
    asking.end(body);
  });
