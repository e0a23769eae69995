import "server-only";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isAllowedUrl, lookupPublicAddress } from "./ssrf-guard";

type Options = {
  method: string;
  headers: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
};

/** More than any metadata, key set or answer of an issuer; a longer one would fill the memory. */
const maxBytes = 1_000_000;

/**
 * Fetches an address that somebody typed. Node's own fetch cannot be given a lookup, so a name could lead to a public address
 * when it is checked and into this network when it is connected to. A redirect is returned, never followed.
 */
export function fetchGuarded(url: string, { method, headers, body, signal }: Options): Promise<Response> {
  const at = new URL(url);
  if (!isAllowedUrl(at)) return Promise.reject(new Error("an address that may not be asked"));
  const content = body instanceof URLSearchParams ? body.toString() : body;
  if (content !== undefined && content !== null && typeof content !== "string")
    return Promise.reject(new Error("only text is sent"));
  return new Promise((resolve, reject) => {
    const send = at.protocol === "https:" ? requestSecure : requestPlain;
    const request = send(
      at,
      { method, headers, signal, lookup: lookupPublicAddress as never, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        answer.on("data", (part: Buffer) => {
          size += part.length;
          if (size > maxBytes) request.destroy(new Error("an answer that is too long"));
          else parts.push(part);
        });
        answer.on("error", reject);
        answer.on("end", () => {
          const given = new Headers();
          for (const [name, values] of Object.entries(answer.headersDistinct))
            for (const value of values ?? []) given.append(name, value);
          const status = answer.statusCode ?? 502;
          // A Response of such a status throws, and here that would end the process.
          if (status < 200 || status > 599) {
            reject(new Error("an answer with a status that does not exist"));
            return;
          }
          const bare = status === 204 || status === 205 || status === 304;
          resolve(new Response(bare ? null : Buffer.concat(parts), { status, headers: given }));
        });
      },
    );
    request.on("error", reject);
    request.end(content ?? undefined);
  });
}
