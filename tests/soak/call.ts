/** What came back; status 0 when nothing did, or not in time. */
export type NodeAnswer = {
  status: number;
  etag: number | null;
  text: string;
  ms: number;
  late: boolean;
  replayed: boolean;
};

export type Call = {
  method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  path: string;
  token?: string;
  ifMatch?: number | null;
  key?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Milliseconds after which nobody waits any more. */
  within?: number;
};

const patience = 20_000;

function headersOf({ token, ifMatch, key, body, headers }: Call): Record<string, string> {
  return {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(ifMatch === null ? { "if-none-match": "*" } : {}),
    ...(typeof ifMatch === "number" ? { "if-match": `"${ifMatch}"` } : {}),
    ...(key ? { "idempotency-key": key } : {}),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...headers,
  };
}

/** Calls a node the way a program of a member would. Never throws: no answer is an answer here. */
export async function call(origin: string, asked: Call): Promise<NodeAnswer> {
  const since = performance.now();
  const { method, path, body, within = patience } = asked;
  const signal = AbortSignal.timeout(within);
  try {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: headersOf(asked),
      signal,
      redirect: "manual",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const etag = /"(\d+)"/.exec(response.headers.get("etag") ?? "")?.[1];
    return {
      status: response.status,
      etag: etag === undefined ? null : Number(etag),
      text,
      ms: performance.now() - since,
      late: false,
      replayed: response.headers.get("idempotent-replay") === "true",
    };
  } catch {
    const ms = performance.now() - since;
    return { status: 0, etag: null, text: "", ms, late: signal.aborted, replayed: false };
  }
}

/** The parts of a position that the client keeps of an answer. */
type ReceivedPosition = {
  version: number;
  standing: { revision: number } | null;
  draft: { revision: number; rationale: { en: string | null } } | null;
};

export const readPosition = ({ text }: NodeAnswer): ReceivedPosition => JSON.parse(text) as ReceivedPosition;
