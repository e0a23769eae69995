import { commands, findVersion, makeToken } from "../commands";
import { compare } from "../compare";
import { FaultProxy } from "../fault-proxy";
import { countsOf, type Fault, type Finding, nothingFound, someOf } from "../finding";
import { Journal } from "../journal";
import { type AppNode, startNode } from "../node-process";
import { inSetting, type Setting } from "../setting";
import { type CutMoment, cutAtStatement } from "../statement-cut";

const maximumStatements = 60;

type Cut = { arm: (statement: number, side: CutMoment) => void; disarm: () => boolean };
type Attempt = {
  setting: Setting;
  node: AppNode;
  cut: Cut;
  journal: Journal;
  untrue: string[];
  statement: number;
  side: CutMoment;
};

/**
 * Not left to chance: for each command, the line to the database is cut at its first statement, at its second, and so on,
 * each time before the database hears of it and once more before its answer is heard, until the command goes through.
 */
export async function cutStatements(setting: Setting, { first, stride } = { first: 1, stride: 1 }): Promise<Finding> {
  const proxy = await FaultProxy.start({ port: Number(new URL(setting.env.DATABASE_URL ?? "").port) });
  setting.finally(() => proxy.stop());
  const url = new URL(setting.env.DATABASE_URL ?? "");
  url.port = String(proxy.port);
  const cut = cutAtStatement(proxy);
  const node = await startNode(setting, { env: { DATABASE_URL: url.href } });
  const journal = new Journal();
  const untrue: string[] = [];
  let injected = 0;
  for (let statement = first; statement <= maximumStatements; statement += stride) {
    let came = 0;
    for (const side of ["before", "after"] as const) {
      came += await liveThrough({ setting, node, cut, journal, untrue, statement, side });
    }
    injected += came;
    if (came === 0) break;
  }
  const { messages: words, ...figures } = await compare(setting, journal);
  const broken = [...someOf(journal.broken), ...words];
  const remarks =
    untrue.length > 0 ? [`${untrue.length} answers said "nothing was changed" when it was: ${untrue[0]}`] : [];
  return { ...nothingFound, ...countsOf(journal), ...figures, injected, broken, remarks };
}

/** Every command once, each cut at the same statement, then repeated until it is done. Answers how many cuts there were. */
async function liveThrough({ setting, node, cut, journal, untrue, statement, side }: Attempt): Promise<number> {
  const desk = setting.world.desks[statement % setting.world.desks.length];
  const proposition = desk?.propositions[0];
  if (!desk || !proposition) throw new Error("the world is empty");
  const place = { origin: node.origin, desk, proposition, journal };
  let cuts = 0;
  for (const { name, send } of commands) {
    const version = await findVersion(place);
    const go = send(place, version);
    cut.arm(statement, side);
    const answer = await go();
    const came = cut.disarm();
    journal.note(answer);
    if (came) cuts += 1;
    if (answer.status === 200) continue;
    const where = `${name}, cut ${side} statement ${statement}`;
    if (!came) journal.broken.push(`${where}: ${answer.status} without a cut: ${answer.text.slice(0, 160)}`);
    // Whoever has no key looks first; whoever has one just asks again and gets the same answer.
    const now = await findVersion(place);
    if (now !== version && /nothing was changed/i.test(answer.text)) untrue.push(where);
    const again = await go();
    const done = again.status === 200 || (again.status === 412 && now !== version);
    if (!done) journal.broken.push(`${where}: the retry was answered ${again.status}: ${again.text.slice(0, 160)}`);
    if (again.status === 412) journal.unheard += 1;
  }
  cut.arm(statement, side);
  const { status } = await makeToken(place);
  if (cut.disarm()) cuts += 1;
  if (status !== 201 && status < 500) journal.broken.push(`a token was refused with ${status}`);
  return cuts;
}

export const statementsCut: Fault = {
  name: "statements-cut",
  says: "the line is cut at each statement of each command",
  run: ({ server, choice }) => inSetting({ server, name: "statements-cut", choice }, (it) => cutStatements(it)),
};
