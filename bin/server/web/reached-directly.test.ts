import { expect, test } from "vitest";
import { isReachedDirectly } from "./reached-directly.mjs";

const reached = (headers: Record<string, string>, remoteAddress = "127.0.0.1") =>
  isReachedDirectly({ headers: { host: "localhost:3000", ...headers }, socket: { remoteAddress, localPort: 3000 } });

test("a browser on this machine reaches it, by each of the machine's own names", () => {
  for (const host of ["localhost:3000", "LOCALHOST:3000", "127.0.0.1:3000", "127.1.2.3:3000", "[::1]:3000"])
    expect(reached({ host }), host).toBe(true);
  for (const from of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) expect(reached({}, from), from).toBe(true);
});

test("whoever passes a request on is not this machine, whatever they write about it", () => {
  for (const name of [
    ...["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"],
    ...[
      "x-real-ip",
      "x-client-ip",
      "x-original-host",
      "x-envoy-external-address",
      "cf-connecting-ip",
      "true-client-ip",
    ],
  ])
    expect(reached({ [name]: "127.0.0.1" }), name).toBe(false);
});

test("a name that was made to point here, another port, and a caller from elsewhere are refused", () => {
  for (const host of [
    ...["concerted.example", "concerted.example:3000", "localhost.evil.example:3000", "localhost@evil.example:3000"],
    ...["localhost", "localhost:8080", "127.0.0.1.nip.io:3000", "10.0.0.8:3000", "[::2]:3000", "localhost:3000/x", ""],
  ])
    expect(reached({ host }), host).toBe(false);
  for (const from of ["10.0.0.8", "::ffff:10.0.0.8", "2001:db8::1", ""]) expect(reached({}, from), from).toBe(false);
});
