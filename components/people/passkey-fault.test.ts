import { expect, test } from "vitest";
import { faultOf, faultOfNew } from "./passkey-fault";

const named = (name: string, message = "") => Object.assign(new Error(message), { name });

test("whoever closes the device's question is told that nothing happened", () => {
  for (const name of ["NotAllowedError", "AbortError"]) expect(faultOf(named(name))).toBe("cancelled");
});

test("a device that has a key already says so only while one is made", () => {
  expect(faultOfNew(named("InvalidStateError"))).toBe("already");
  expect(faultOf(named("InvalidStateError"))).toBe("cancelled");
});

test("a browser without passkeys is told apart from a door that refused", () => {
  expect(faultOf(named("Error", "WebAuthn is not supported in this browser"))).toBe("unsupported");
  expect(faultOf(named("SecurityError"))).toBe("unsupported");
  expect(faultOf(named("ORPCError", "no"))).toBe("told");
  expect(faultOf("no error at all")).toBe("told");
});
