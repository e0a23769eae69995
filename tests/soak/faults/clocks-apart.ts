import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { scriptCommand } from "@/bin/host/child-processes.mjs";
import { call } from "../call";
import { makeClockFixtures, questions } from "../clock-world";
import { type Fault, type Finding, nothingFound } from "../finding";
import { type AppNode, startNode } from "../node-process";
import { startProgram } from "../process";
import { inSetting, type Setting } from "../setting";

const hour = 3_600_000;
const clocks = [
  ["right", 0],
  ["an hour fast", hour],
  ["an hour slow", -hour],
] as const;
const preload = "./tests/soak/clock-shim.mjs";
const near = 60;

/** Three nodes whose clocks differ by an hour each: what is valid, and what is written down, follows the database's clock. */
export async function setClocksApart(setting: Setting): Promise<Finding> {
  const all = await makeClockFixtures(setting, clocks.length);
  const broken: string[] = [];
  const asking = questions.filter(({ ofPages }) => !ofPages || setting.kind === "pages");
  for (const [n, [says, offBy]] of clocks.entries()) {
    const held = all[n];
    if (!held) throw new Error("nobody holds anything");
    const node = await startNode(setting, { env: { CLOCK_OFF_BY: String(offBy) }, preload });
    const appOrigin = `http://localhost:${node.port}`;
    for (const { what, expected, ask } of asking) {
      const found = await ask({ origin: node.origin, appOrigin, held });
      if (found !== expected) broken.push(`clock ${says}: ${what} ${found}, should be: ${expected}`);
    }
    broken.push(...(await checkMoments(setting, node, n)).map((it) => `clock ${says}: ${it}`));
    await node.kill();
  }
  for (const [n, [says, offBy]] of clocks.entries()) {
    const found = await checkMail(setting, all[n]?.email ?? "", offBy);
    broken.push(...found.map((it) => `worker's clock ${says}: ${it}`));
  }
  const remarks = asking.length < questions.length ? ["links were not tried: that takes the web server"] : [];
  return { ...nothingFound, injected: asking.length * clocks.length, broken, remarks };
}

/** A draft is written; its step, its words and the record all say the database's moment. */
async function checkMoments({ world, ask }: Setting, { origin }: AppNode, n: number): Promise<string[]> {
  const desk = world.desks[n];
  if (!desk) throw new Error("the world is empty");
  const path = `/api/v1/positions/${desk.organization}/${desk.propositions[0]}`;
  const body = { stance: "support", rationale: { en: randomUUID() } };
  const { status } = await call(origin, { method: "PUT", path, token: desk.token, ifMatch: null, body });
  if (status !== 200) return [`a draft was answered ${status}`];
  const rows = await ask<{ what: string; off: number }>(`
    SELECT 'a step' AS what, extract(epoch FROM now() - max("at"))::float AS off FROM "PositionStep"
    UNION ALL SELECT 'a text', extract(epoch FROM now() - max("createdAt"))::float FROM "PositionRevision"
    UNION ALL SELECT 'the record', extract(epoch FROM now() - max("at"))::float FROM "Activity" WHERE "kind" LIKE 'position%'`);
  return rows.filter(({ off }) => Math.abs(off) > near).map(({ what, off }) => `${what} is ${Math.round(off)} s off`);
}

/** A link is mailed; it opens for a quarter of an hour from now, wherever it was made. */
async function checkMail({ env, watch, ask }: Setting, email: string, offBy: number): Promise<string[]> {
  await ask(`DELETE FROM "SignInLink"`);
  const payload = JSON.stringify({ email, language: "en", next: null });
  await ask(`SELECT graphile_worker.add_job('send_sign_in_link', $1::json)`, [payload]);
  const [program = "", ...rest] = scriptCommand("bin/server/worker.ts");
  const worker = startProgram([program, "--import", preload, ...rest], {
    env: { ...env, CLOCK_OFF_BY: String(offBy) },
    watch,
  });
  try {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(50)) {
      const [link] = await ask<{ minutes: number }>(
        `SELECT extract(epoch FROM "expiresAt" - now())::float / 60 AS minutes FROM "SignInLink"`,
      );
      if (link) return Math.abs(link.minutes - 15) < 1 ? [] : [`a link opens for ${Math.round(link.minutes)} minutes`];
    }
    return [`no link was mailed: ${worker.output()}`];
  } finally {
    worker.signal("SIGKILL");
    await worker.exited;
  }
}

export const clocksApart: Fault = {
  name: "clocks-apart",
  says: "nodes whose clocks are an hour apart",
  run: ({ server, choice }) => inSetting({ server, name: "clocks-apart", choice }, setClocksApart),
};
