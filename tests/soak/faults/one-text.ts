import { randomUUID } from "node:crypto";
import { call, readPosition } from "../call";
import { compare } from "../compare";
import { countsOf, type Fault, type Finding, nothingFound, someOf } from "../finding";
import { Journal } from "../journal";
import { type AppNode, startNode } from "../node-process";
import { inSetting, type Setting } from "../setting";

const editors = 16;

/** Sixteen edit one text over two nodes. Whoever saw an older one is told so; nothing is overwritten unseen. */
export async function editOneText(setting: Setting): Promise<Finding> {
  const nodes = [await startNode(setting), await startNode(setting)];
  const journal = new Journal();
  const work = Array.from({ length: editors }, (_, n) => edit(setting, nodes[n % nodes.length], journal));
  await Promise.all(work);
  const { messages: words, ...figures } = await compare(setting, journal);
  const steps = new Set(journal.drafts.map(({ version }) => version));
  const broken = [...someOf(journal.broken), ...words];
  if (steps.size !== journal.drafts.length) broken.push("one version was acknowledged to two editors");
  const told = `told of a newer text ${journal.statuses.get(412) ?? 0} times`;
  return { ...nothingFound, ...countsOf(journal), ...figures, injected: editors, broken, remarks: [told] };
}

/** Reads, writes on what was read, and begins anew when someone else was there first. */
async function edit(setting: Setting, node: AppNode | undefined, journal: Journal) {
  const desk = setting.world.desks[0];
  const proposition = desk?.propositions[0];
  if (!desk || !proposition || !node) throw new Error("the world is empty");
  const asked = { path: `/api/v1/positions/${desk.organization}/${proposition}`, token: desk.token };
  const wanted = Math.max(2, Math.round(setting.rounds / 10));
  for (let done = 0; done < wanted; ) {
    const found = await call(node.origin, { method: "GET", ...asked });
    const ifMatch = found.status === 404 ? null : readPosition(found).version;
    const text = `one text ${randomUUID()}`;
    const body = { stance: "undecided", rationale: { en: text } };
    const answer = await call(node.origin, { method: "PUT", ...asked, ifMatch, body });
    journal.note(answer);
    if (answer.status === 412) continue;
    done += 1;
    if (answer.status !== 200) {
      journal.broken.push(`an editor was answered ${answer.status} ${answer.text.slice(0, 160)}`);
      continue;
    }
    const { draft, version } = readPosition(answer);
    journal.draft(
      { organization: desk.organization, proposition, revision: draft?.revision ?? 0, version, text },
      answer,
    );
  }
}

export const oneText: Fault = {
  name: "one-text",
  says: "sixteen editors on one text",
  run: ({ server, choice }) => inSetting({ server, name: "one-text", choice }, editOneText),
};
