import autocannon, { type Request } from "autocannon";
import { readCpu, readMemory } from "./processes";
import type { Ask, RequestSequence, Subject } from "./subjects";

export const connections = 16;

/** Requests answered in a second, and what one of them cost in milliseconds of processor. */
export type Pressed = { perSecond: number; cpu: number; databaseCpu: number; memory: number; failed: number };

type Press = { subject: Subject; ask: Ask; seconds: number; databasePid: number };

/** As much as it takes from sixteen connections that each wait for their answer before they ask again. */
export async function press({ subject, ask, seconds, databasePid }: Press): Promise<Pressed> {
  const memory = [readMemory(subject.pid)];
  const sampling = setInterval(() => memory.push(readMemory(subject.pid)), 500);
  const [before, databaseBefore] = [readCpu(subject.pid), readCpu(databasePid)];
  let connection = 0;
  const result = await autocannon({
    url: subject.address,
    connections,
    duration: seconds,
    setupClient: (client) => client.setRequests([toRequest(ask(subject, connection++))]),
  });
  clearInterval(sampling);
  const answered = result["2xx"];
  return {
    perSecond: answered / result.duration,
    cpu: (readCpu(subject.pid) - before) / answered,
    databaseCpu: (readCpu(databasePid) - databaseBefore) / answered,
    memory: Math.max(...memory),
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

/** What is asked may change with every answer: a write says which version it saw. */
const toRequest = ({ next, answered }: RequestSequence): Request => ({
  ...next(),
  ...(answered && {
    setupRequest: (request: Request) => ({ ...request, ...next() }),
    onResponse: (status, body, _context, headers) => answered({ status, etag: headers.etag ?? headers.ETag, body }),
  }),
});
