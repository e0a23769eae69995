import { connect } from "node:net";

export type RawAnswer = { status: number; headers: Record<string, string>; body: string };

const empty: RawAnswer = { status: 0, headers: {}, body: "" };

function toAnswer(text: string): RawAnswer {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const pairs = lines.map((line) => [
    line.slice(0, line.indexOf(":")).toLowerCase(),
    line.slice(line.indexOf(":") + 1).trim(),
  ]);
  const headers: Record<string, string> = {};
  for (const [name = "", value = ""] of pairs) headers[name] = headers[name] ? `${headers[name]}, ${value}` : value;
  return { status: Number(first.split(" ")[1] ?? 0), headers, body: rest.join("\r\n\r\n") };
}

/** What comes back for these bytes, sent as they are. Nothing at all is status 0. */
export function send(port: number, bytes: string, { patience = 10_000 } = {}): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(Buffer.from(bytes, "latin1")));
    const end = () => {
      socket.destroy();
      const text = Buffer.concat(parts).toString("latin1");
      resolve(text ? toAnswer(text) : empty);
    };
    socket.setTimeout(patience, end);
    socket.on("data", (part) => parts.push(part));
    socket.on("error", end);
    socket.on("close", end);
  });
}

/** A request by its first line, as a client would not let one write it. */
export const sendLine = (port: number, line: string, headers: Record<string, string> = {}) => {
  const all = { host: `localhost:${port}`, connection: "close", ...headers };
  const headerLines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return send(port, `${line} HTTP/1.1\r\n${headerLines.join("")}\r\n`);
};

/** Bytes in drops, one every quarter of a second. Resolves with how long the other side bore it, in milliseconds. */
export function drip(port: number, first: string, drop: string, longest: number): Promise<number> {
  return new Promise((resolve) => {
    const began = Date.now();
    const socket = connect(port, "127.0.0.1", () => socket.write(first));
    const timer = setInterval(() => {
      if (Date.now() - began > longest) end();
      else socket.write(drop);
    }, 250);
    const end = () => {
      clearInterval(timer);
      socket.destroy();
      resolve(Date.now() - began);
    };
    socket.on("data", () => undefined);
    socket.on("error", end);
    socket.on("close", end);
  });
}
