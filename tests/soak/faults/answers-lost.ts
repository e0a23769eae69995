import { randomUUID } from "node:crypto";
import { call, type NodeAnswer, readPosition } from "../call";
import { findVersion } from "../commands";
import { compare } from "../compare";
import { FaultProxy } from "../fault-proxy";
import { countsOf, type Fault, type Finding, nothingFound, someOf } from "../finding";
import { Journal } from "../journal";
import { startNode } from "../node-process";
import { inSetting, type Setting } from "../setting";

/** The work is done and its answer is lost on the way; the client asks another node with the same key. */
export async function loseAnswers(setting: Setting): Promise<Finding> {
  const [one, other] = [await startNode(setting), await startNode(setting)];
  const line = await FaultProxy.start({ port: one.port });
  setting.finally(() => line.stop());
  const lossy = `http://127.0.0.1:${line.port}`;
  const journal = new Journal();
  for (let round = 0; round < setting.rounds; round++) {
    const desk = setting.world.desks[round % setting.world.desks.length];
    const proposition = desk?.propositions[round % desk.propositions.length];
    if (!desk || !proposition) throw new Error("the world is empty");
    const path = `/api/v1/positions/${desk.organization}/${proposition}`;
    const at = { organization: desk.organization, proposition };
    const text = `${desk.organization} ${randomUUID()}`;
    const ifMatch = await findVersion({ origin: other.origin, desk, proposition, journal });
    const body = { stance: "support", rationale: { en: text } };
    const drafted = await call(other.origin, { method: "PUT", path, token: desk.token, ifMatch, body });
    const { draft, version } = readPosition(drafted);
    journal.draft({ ...at, revision: draft?.revision ?? 0, version, text }, drafted);

    const sign = { method: "POST", path: `${path}/sign-off`, token: desk.token, ifMatch: version } as const;
    const asked = { ...sign, key: randomUUID(), body: { decision: "sign_off" } };
    line.dropAnswers = true;
    const first = await call(lossy, asked);
    line.dropAnswers = false;
    const second = await call(other.origin, asked);
    const third = await call(lossy, asked);
    for (const answer of [first, second, third]) journal.note(answer);
    if (second.status === 200)
      journal.signature({ ...at, revision: readPosition(second).standing?.revision ?? 0 }, second);
    journal.broken.push(...whatIsWrong(first, second, third));
  }
  const { messages: words, ...figures } = await compare(setting, journal);
  const broken = [...someOf(journal.broken), ...words];
  return { ...nothingFound, ...countsOf(journal), ...figures, injected: setting.rounds, broken };
}

function* whatIsWrong(first: NodeAnswer, second: NodeAnswer, third: NodeAnswer): Generator<string> {
  if (first.status !== 0) yield `an answer that should have been lost came through: ${first.status}`;
  if (second.status !== 200) yield `the other node refused the same key: ${second.status} ${second.text.slice(0, 160)}`;
  else if (!second.replayed) yield "the other node did the work again";
  if (second.text !== third.text || third.status !== 200) yield "the two nodes tell different answers for one key";
}

export const answersLost: Fault = {
  name: "answers-lost",
  says: "the answer is lost, the retry goes to another node",
  run: ({ server, choice }) => inSetting({ server, name: "answers-lost", choice }, loseAnswers),
};
