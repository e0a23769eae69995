import { get } from "node:http";
import { gzipSync } from "node:zlib";
import type { Subject } from "./subjects";

/** Kilobytes of script and style that a page brings along, as they travel. */
export type Weight = { path: string; script: number; style: number };

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

function filesOf(html: string): string[] {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const addresses = tags.map((tag) => {
    if (tag.startsWith("<script")) return attribute(tag, "src");
    const isFile = attribute(tag, "rel") === "stylesheet" || /^(script|style)$/.test(attribute(tag, "as"));
    return isFile ? attribute(tag, "href") : "";
  });
  return [...new Set(addresses.filter(Boolean).map((it) => it.replaceAll("&amp;", "&")))];
}

const isStyle = (address: string) => /\.css(\?|$)/.test(address);

type Fetched = { status: number; body: Buffer };

/** Not by `fetch`, which writes the Host header itself. */
const read = ({ address, host }: Subject, path: string, cookie: string | null): Promise<Fetched> =>
  new Promise((resolve, reject) => {
    const headers = { host, "accept-encoding": "identity", ...(cookie && { cookie }) };
    const asking = get(new URL(path, address), { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.once("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
    });
    asking.once("error", reject);
  });

/** Reads a page and every file it names. Those for browsers without modules are fetched by none of today's. */
export async function weigh(subject: Subject, path: string, cookie: string | null): Promise<Weight> {
  const page = await read(subject, path, cookie);
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const html = page.body.toString().replace(/<script[^>]*\snomodule\b[^>]*>/gi, "");
  const weight = { path, script: 0, style: 0 };
  for (const file of filesOf(html)) {
    const kilobytes = gzipSync((await read(subject, file, null)).body, { level: 6 }).length / 1000;
    if (isStyle(file)) weight.style += kilobytes;
    else weight.script += kilobytes;
  }
  return weight;
}
