import { expect, test } from "vitest";
import { passkeyErrorOf, registrationErrorOf } from "./passkey-error";

const named = (name: string, message = "") => Object.assign(new Error(message), { name });

test("whoever closes the device's question is told that nothing happened", () => {
  for (const name of ["NotAllowedError", "AbortError"]) expect(passkeyErrorOf(named(name))).toBe("cancelled");
});

test("a device that has a key already says so only while one is made", () => {
  expect(registrationErrorOf(named("InvalidStateError"))).toBe("already");
  expect(passkeyErrorOf(named("InvalidStateError"))).toBe("cancelled");
});

test("a browser without passkeys is told apart from an endpoint that refused", () => {
  expect(passkeyErrorOf(named("Error", "WebAuthn is not supported in this browser"))).toBe("unsupported");
  expect(passkeyErrorOf(named("SecurityError"))).toBe("unsupported");
  expect(passkeyErrorOf(named("ORPCError", "no"))).toBe("reported");
  expect(passkeyErrorOf("no error at all")).toBe("reported");
});
