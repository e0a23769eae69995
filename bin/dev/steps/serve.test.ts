import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeCleanupStack } from "../../host/cleanup-stack.mjs";
import { freePort } from "../../host/postgres/cluster.mjs";
import { keepWeb } from "./serve.mjs";

/** A server as small as one can be, in the place where the product has its own. */
const small = `import { existsSync } from "node:fs";
import { createServer } from "node:http";
if (existsSync("broken")) { console.log("broken from the start"); process.exit(3); }
createServer((_, response) => response.end(String(process.pid))).listen(Number(process.env.PORT), "127.0.0.1");
`;

let root = "";
let undo = makeCleanupStack();
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "concerted-serve-"));
  mkdirSync(path.join(root, "bin/server"), { recursive: true });
  writeFileSync(path.join(root, "bin/server/web.mjs"), small);
  undo = makeCleanupStack();
});
afterEach(async () => {
  await undo.all();
  rmSync(root, { recursive: true });
});

async function keep() {
  const port = await freePort();
  const [said, printed, pids] = [[] as string[], [] as string[], [] as number[]];
  const note = (text: string) => void said.push(text);
  const { gaveUp } = await keepWeb({
    root,
    undo,
    env: { PORT: String(port) },
    address: { host: "127.0.0.1", port },
    delays: [1, 1, 1],
    say: note,
    print: (chunk) => printed.push(String(chunk)),
    onStart: (pid) => pids.push(pid),
  });
  const whoAnswers = () =>
    fetch(`http://127.0.0.1:${port}`)
      .then((it) => it.text())
      .catch(() => "");
  return { gaveUp, said, printed, pids, whoAnswers };
}

test("a web server that is killed is there again, and what fell is said", async () => {
  const { said, pids, whoAnswers } = await keep();
  const [first = 0] = pids;
  expect(await whoAnswers()).toBe(String(first));
  process.kill(first, "SIGKILL");
  await expect.poll(() => pids.length, { timeout: 20_000 }).toBe(2);
  await expect.poll(whoAnswers, { timeout: 20_000 }).toBe(String(pids[1]));
  expect(said).toEqual(["The web server ended (SIGKILL); it starts again in 0.001 s."]);
});

test("one that falls again and again is given up, with one line and what it printed", async () => {
  const { gaveUp, said, printed, pids } = await keep();
  writeFileSync(path.join(root, "broken"), "");
  process.kill(pids[0] ?? 0, "SIGKILL");
  const { message } = await gaveUp;
  expect(message).toBe("The web server ended 4 times in a row (3) and is not started again.");
  expect([pids.length, said.length]).toEqual([4, 3]);
  expect(printed.join("")).toContain("broken from the start");
});

test("one that is told to stop is not started again", async () => {
  const { said, pids, whoAnswers } = await keep();
  await undo.all();
  expect(await whoAnswers()).toBe("");
  expect([pids.length, said]).toEqual([1, []]);
});
