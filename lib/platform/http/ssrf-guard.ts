import "server-only";
import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { BlockList, isIP } from "node:net";
import { env } from "../env";

// Against SSRF: a URL that somebody typed and the server fetches may only reach public hosts.
const closed = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  closed.addSubnet(net, prefix, "ipv4");
// Of the sixth version only what is given out to the world is open, without tunnels into the fourth.
const open = new BlockList();
open.addSubnet("2000::", 3, "ipv6");
for (const [net, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  closed.addSubnet(net, prefix, "ipv6");

/** Whether an IP address is one of the world's, not of this machine or the network around it. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address, "ipv4");
  return version === 6 && open.check(address, "ipv6") && !closed.check(address, "ipv6");
}

const loopback = (host: string) => host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);

/** Whether an address may be asked at all: https and public. On a server that only this machine reaches, this machine too. */
export function isAllowedUrl(url: URL): boolean {
  if (url.username || url.password) return false;
  if (env().onThisMachineOnly && loopback(url.hostname)) return url.protocol === "https:" || url.protocol === "http:";
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  return url.protocol === "https:" && (isIP(literal) === 0 ? url.hostname.includes(".") : isPublicAddress(literal));
}

type LookupCallback = (error: Error | null, address?: string | LookupAddress[], family?: number) => void;

/** Looks a name up and refuses it when any of its addresses is not the world's: what was checked is what is connected to. */
export function lookupPublicAddress(host: string, options: LookupOptions, answer: LookupCallback) {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return answer(error);
    const near = env().onThisMachineOnly && loopback(host);
    const [first] = found;
    if (!first || (!near && found.some(({ address }) => !isPublicAddress(address))))
      return answer(Object.assign(new Error("an address that is not the world's"), { code: "ENOTPUBLIC" }));
    return options.all ? answer(null, found) : answer(null, first.address, first.family);
  });
}
