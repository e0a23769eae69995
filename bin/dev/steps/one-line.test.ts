import net from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { explainError, UserError } from "../../host/user-error.mjs";
import { openDatabase } from "./database.mjs";
import { tooOld } from "./node.mjs";
import { mustBeFree, readAddress } from "./port.mjs";

afterEach(() => vi.unstubAllEnvs());

const lines = (text: string) => text.trim().split("\n").length;

test("an old Node is told which one is needed", () => {
  expect(["18.20.8", "20.18.3"].map(tooOld).every((said) => said?.includes("20.19"))).toBe(true);
  expect(["20.19.0", "22.12.0", "24.0.0"].map(tooOld)).toEqual([null, null, null]);
});

test("a taken port is refused with the way to choose another", async () => {
  const server = net.createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as net.AddressInfo).port));
  });
  await expect(mustBeFree({ host: "127.0.0.1", port })).rejects.toThrow(`Port ${port} is taken`);
  await new Promise((resolve) => server.close(resolve));
  await mustBeFree({ host: "127.0.0.1", port });
  expect(() => readAddress({ PORT: "many" })).toThrow(UserError);
});

test("a full disk is one line, whoever met it", () => {
  const met = [
    Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }),
    Object.assign(new Error("could not extend file"), { code: "53100" }),
    Object.assign(new UserError("next build ended with code 1"), {
      output: "…\nNo space left on device (os error 28)\n…",
    }),
  ];
  for (const error of met) expect(explainError(error)).toMatch(/^The disk is full\..*$/);
});

test.each([
  [
    "postgresql://someone:secret@127.0.0.1:1/none",
    /127\.0\.0\.1:1 does not answer \(ECONNREFUSED\): check DATABASE_URL/,
  ],
  ["mysql://127.0.0.1/none", /not an address of the form postgresql/],
])("a DATABASE_URL that leads nowhere is one line without its password: %s", async (url, words) => {
  vi.stubEnv("DATABASE_URL", url);
  const error = await openDatabase({ root: "", folder: "", secrets: {} }).catch((it: Error) => it);
  expect(error).toBeInstanceOf(UserError);
  expect(explainError(error)).toMatch(words);
  expect(lines(explainError(error))).toBe(1);
  expect(explainError(error)).not.toContain("secret");
});

test("a database that does not let the role in is one line", async () => {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.password = "wrong";
  vi.stubEnv("DATABASE_URL", url.href);
  const refused = openDatabase({ root: "", folder: "", secrets: {} });
  await expect(refused).rejects.toThrow(/does not let concerted_app in: check DATABASE_URL/);
});
