import { randomUUID } from "node:crypto";
import { call, type NodeAnswer, readPosition } from "../call";
import { compare } from "../compare";
import { countsOf, type Fault, type Finding, nothingFound, someOf } from "../finding";
import { Journal } from "../journal";
import { type AppNode, startNode } from "../node-process";
import { inSetting, type Setting } from "../setting";
import type { Desk } from "../world";

const crowd = 50;

type SubmitContext = { desk: Desk; proposition: string; nodes: AppNode[]; journal: Journal };

/** Fifty times the same signature at once, over two nodes: with one key it is one, with fifty keys it is one as well. */
export async function submitAtOnce(setting: Setting): Promise<Finding> {
  const nodes = [await startNode(setting), await startNode(setting)];
  const journal = new Journal();
  const [first, second] = setting.world.desks;
  if (!first || !second) throw new Error("the world is empty");
  let injected = 0;
  for (let round = 0; round < Math.max(1, Math.round(setting.rounds / 10)); round++) {
    for (const [desk, oneKey] of [
      [first, true],
      [second, false],
    ] as const) {
      const proposition = desk.propositions[round % desk.propositions.length] ?? "";
      await signAtOnce({ desk, proposition, nodes, journal }, oneKey);
      injected += crowd;
    }
  }
  const { messages: words, ...figures } = await compare(setting, journal);
  const broken = [...someOf(journal.broken), ...words];
  return { ...nothingFound, ...countsOf(journal), ...figures, injected, broken, remarks: [slowest(journal)] };
}

const slowest = ({ slowest }: Journal) => `slowest answer ${Math.round(slowest)} ms`;

async function signAtOnce(place: SubmitContext, oneKey: boolean) {
  const { nodes, journal } = place;
  const version = await writeDraft(place);
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: crowd }, (_, n) =>
      sign(place, nodes[n % nodes.length]?.origin ?? "", version, oneKey ? key : randomUUID()),
    ),
  );
  for (const answer of answers) journal.note(answer);
  const done = answers.filter(({ status }) => status === 200);
  const told = done[0];
  if (!told) {
    journal.broken.push(`nobody signed: ${journal.troubles()}`);
    return;
  }
  const at = { organization: place.desk.organization, proposition: place.proposition };
  journal.signature({ ...at, revision: readPosition(told).standing?.revision ?? 0 }, told);
  if (oneKey) checkAlike(journal, answers);
  else if (done.length !== 1 || answers.some(({ status }) => status !== 200 && status !== 412))
    journal.broken.push(`of ${crowd} with keys of their own ${done.length} signed: ${journal.troubles()}`);
}

function checkAlike(journal: Journal, answers: NodeAnswer[]) {
  const said = new Set(answers.map(({ status, etag, text }) => `${status} ${etag} ${text}`));
  if (said.size !== 1) journal.broken.push(`one key was answered in ${said.size} ways: ${journal.troubles()}`);
  const anew = answers.filter(({ status, replayed }) => status === 200 && !replayed).length;
  if (anew !== 1) journal.broken.push(`one key did its work ${anew} times`);
}

const pathOf = ({ desk, proposition }: SubmitContext) => `/api/v1/positions/${desk.organization}/${proposition}`;

const sign = (place: SubmitContext, origin: string, ifMatch: number, key: string) =>
  call(origin, {
    method: "POST",
    path: `${pathOf(place)}/sign-off`,
    token: place.desk.token,
    ifMatch,
    key,
    body: { decision: "sign_off" },
  });

async function writeDraft(place: SubmitContext): Promise<number> {
  const { desk, proposition, nodes, journal } = place;
  const asked = { path: pathOf(place), token: desk.token };
  const origin = nodes[0]?.origin ?? "";
  const found = await call(origin, { method: "GET", ...asked });
  const ifMatch = found.status === 404 ? null : readPosition(found).version;
  const text = `${desk.organization} ${randomUUID()}`;
  const answer = await call(origin, {
    method: "PUT",
    ...asked,
    ifMatch,
    body: { stance: "support", rationale: { en: text } },
  });
  const { draft, version } = readPosition(answer);
  journal.draft(
    { organization: desk.organization, proposition, revision: draft?.revision ?? 0, version, text },
    answer,
  );
  return version;
}

export const identicalSubmits: Fault = {
  name: "identical-submits",
  says: "fifty identical signatures at once",
  run: ({ server, choice }) => inSetting({ server, name: "identical-submits", choice }, submitAtOnce),
};
