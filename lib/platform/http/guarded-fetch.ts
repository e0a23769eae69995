import "server-only";
import { type IncomingMessage, request as requestPlain } from "node:http";
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
        // What throws in here would end the process: a status that does not exist, for one.
        answer.on("end", () => {
          try {
            resolve(toResponse(answer, Buffer.concat(parts)));
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    request.on("error", reject);
    request.end(content ?? undefined);
  });
}

function toResponse(
  { statusCode: status = 502, headersDistinct }: IncomingMessage,
  body: Buffer<ArrayBuffer>,
): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const bare = status === 204 || status === 205 || status === 304;
  return new Response(bare ? null : body, { status, headers });
}
