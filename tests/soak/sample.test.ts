import { afterAll, beforeAll, expect, test } from "vitest";
import { cutStatements } from "./faults/cut-statements";
import { submitAtOnce } from "./faults/identical-submits";
import { killInTurn } from "./faults/kill-in-turn";
import { restartInTurn } from "./faults/rolling-restart";
import { type DurableServer, inSetting, type Setting, startDurable } from "./setting";

/** A sample of what `npm run soak` does a hundred times, with a fixed seed. */
let server: DurableServer | undefined;
const options = { rounds: 3, seed: 20_261_123, kind: "router" } as const;
const inWorld = <T>(name: string, work: (setting: Setting) => Promise<T>): Promise<T> => {
  if (!server) throw new Error("the database did not start");
  return inSetting({ server, name, choice: options }, work);
};
const whole = { lost: 0, doubled: 0, halved: 0 };

beforeAll(async () => {
  server = await startDurable();
});
afterAll(() => server?.stop());

test("kill -9 of the app and of the database, three times each during 200 writes, loses no acknowledged one", {
  timeout: 120_000,
}, async () => {
  const finding = await inWorld("kills", (setting) => killInTurn(setting, 200));
  expect(finding).toMatchObject({ injected: 6, ...whole, broken: [] });
  expect(finding.acknowledged).toBeGreaterThanOrEqual(200);
});

test("a command that is cut off from the database between its statements is done whole or not at all, and once", {
  timeout: 120_000,
}, async () => {
  const finding = await inWorld("cuts", (setting) => cutStatements(setting, { first: 5, stride: 8 }));
  expect(finding).toMatchObject({ ...whole, broken: [] });
  expect(finding.injected).toBeGreaterThanOrEqual(20);
});

test("of fifty identical signatures at once, with one key or with fifty, one is given, and every key has one answer", {
  timeout: 120_000,
}, async () => {
  const finding = await inWorld("crowd", submitAtOnce);
  expect(finding).toMatchObject({ injected: 100, acknowledged: 4, ...whole, broken: [] });
});

test("two nodes behind the proxy's own rules restart in turn, and no call of anybody fails", {
  timeout: 240_000,
}, async () => {
  const finding = await inWorld("restarts", restartInTurn);
  const [proxy = ""] = finding.remarks;
  // Where it was not nginx that stood before them, whoever reads the test is to know.
  if (proxy !== "behind nginx") process.stderr.write(`\nTWO NODES WERE NOT TRIED BEHIND A REAL PROXY: ${proxy}.\n`);
  expect(finding).toMatchObject({ injected: 2, ...whole, broken: [] });
  expect(finding.acknowledged).toBeGreaterThan(0);
});
