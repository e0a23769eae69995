import { afterEach, expect, test, vi } from "vitest";

async function under(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  return import("./ssrf-guard");
}
const served = { APP_ORIGIN: "https://concerted.example", HOST: "0.0.0.0" };
afterEach(() => vi.unstubAllEnvs());

// Attack 24: requests to internal addresses through any address field.
test.each([
  "http://issuer.example",
  "https://localhost",
  "https://127.0.0.1",
  "https://127.1",
  "https://2130706433",
  "https://0x7f.0.0.1",
  "https://0.0.0.0",
  "https://10.0.0.8",
  "https://172.16.9.1",
  "https://192.168.1.1",
  "https://169.254.169.254/latest/meta-data",
  "https://100.100.100.200",
  "https://[::1]",
  "https://[::ffff:127.0.0.1]",
  "https://[::ffff:a9fe:a9fe]",
  "https://[64:ff9b::7f00:1]",
  "https://[2002:7f00:1::]",
  "https://[fe80::1]",
  "https://[fd00::1]",
  "https://metadata",
  "https://user:word@issuer.example",
  "file:///etc/passwd",
  "ftp://issuer.example",
])("a server that others reach does not ask %s", async (address) => {
  const { isAllowedUrl: mayAsk } = await under(served);
  expect(mayAsk(new URL(address))).toBe(false);
});

test.each([
  "https://issuer.example",
  "https://login.issuer.example:8443/realm",
  "https://8.8.8.8",
  "https://[2606:4700::1]",
])("it does ask %s", async (address) => {
  const { isAllowedUrl: mayAsk } = await under(served);
  expect(mayAsk(new URL(address))).toBe(true);
});

test("on a server that only this machine reaches, this machine may be asked, and nothing else around it", async () => {
  const { isAllowedUrl: mayAsk } = await under({ APP_ORIGIN: "http://localhost:3000", HOST: "127.0.0.1" });
  expect(mayAsk(new URL("http://localhost:4000"))).toBe(true);
  expect(mayAsk(new URL("http://127.0.0.1:4000"))).toBe(true);
  for (const address of ["http://10.0.0.8", "https://10.0.0.8", "http://issuer.example", "https://169.254.169.254"])
    expect(mayAsk(new URL(address)), address).toBe(false);
});

test("a name that leads to this machine is refused when it is looked up, whatever it is called", async () => {
  const { lookupPublicAddress: lookupOutward } = await under(served);
  const looked = (options: object) =>
    new Promise<{ code?: string } | null>((resolve) =>
      lookupOutward("localhost", options, (error) => resolve(error as { code?: string } | null)),
    );
  expect(await looked({})).toMatchObject({ code: "ENOTPUBLIC" });
  expect(await looked({ all: true })).toMatchObject({ code: "ENOTPUBLIC" });
});
