import { afterEach, expect, test, vi } from "vitest";

async function under(origin: string) {
  vi.stubEnv("APP_ORIGIN", origin);
  vi.resetModules();
  return import("./cookie");
}
afterEach(() => vi.unstubAllEnvs());

test("under https the cookie is one that no subdomain can plant", async () => {
  const {
    sessionCookieName,
    sessionCookieOptions,
    toExpiredSessionCookie: forgetSessionCookie,
  } = await under("https://concerted.example");
  expect(sessionCookieName()).toBe("__Host-concerted-session");
  expect(sessionCookieOptions()).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
  expect(forgetSessionCookie()).toBe("__Host-concerted-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
});

test("on this machine, without https, it is plainly named, since a browser would refuse the other", async () => {
  const { sessionCookieName, sessionCookieOptions } = await under("http://localhost:3000");
  expect(sessionCookieName()).toBe("concerted-session");
  expect(sessionCookieOptions().secure).toBe(false);
});

test("a cookie is read by its whole name, and a broken one breaks nothing", async () => {
  const { readCookie } = await under("http://localhost:3000");
  const headers = new Headers({
    cookie: "xconcerted-session=no; concerted-session=%E0%A4%A; a",
  });
  expect(readCookie(headers, "concerted-session")).toBe("%E0%A4%A");
  expect(readCookie(headers, "session")).toBeNull();
  expect(readCookie(new Headers(), "concerted-session")).toBeNull();
});

// Attack 23: a cookie planted beside one's own, so that pages and programs would take the reader for two people.
test("a cookie that comes twice with different values is nobody's", async () => {
  const { readCookie } = await under("http://localhost:3000");
  const read = (cookie: string) => readCookie(new Headers({ cookie }), "concerted-session");
  expect(read("concerted-session=planted; a=b; concerted-session=mine")).toBeNull();
  expect(read("concerted-session=mine; concerted-session=mine")).toBe("mine");
});
