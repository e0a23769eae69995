import { randomUUID } from "node:crypto";
import { call, type NodeAnswer, readPosition } from "./call";
import type { Journal } from "./journal";
import type { Desk } from "./world";

type CommandTarget = { origin: string; desk: Desk; proposition: string; journal: Journal };

/** A command that takes several statements, as a client sends it: the same call again, with the same key, is the retry. */
type Command = { name: string; send: (place: CommandTarget, version: number | null) => () => Promise<NodeAnswer> };

const pathOf = ({ desk, proposition }: CommandTarget) => `/api/v1/positions/${desk.organization}/${proposition}`;

const post =
  (at: string, body: unknown) =>
  (place: CommandTarget, ifMatch: number | null): (() => Promise<NodeAnswer>) => {
    const asked = { method: "POST", path: `${pathOf(place)}/${at}`, token: place.desk.token, ifMatch, body } as const;
    const key = randomUUID();
    return () => call(place.origin, { ...asked, key });
  };

/** A position's whole life, in the order in which each prepares the next. */
export const commands: Command[] = [
  {
    name: "draft",
    send: (place, ifMatch) => {
      const text = `${place.desk.organization} ${randomUUID()}`;
      const body = { stance: "support", rationale: { en: text } };
      const asked = { method: "PUT", path: pathOf(place), token: place.desk.token, ifMatch, body } as const;
      return async () => {
        const answer = await call(place.origin, asked);
        if (answer.status !== 200) return answer;
        const { draft, version } = readPosition(answer);
        const at = { organization: place.desk.organization, proposition: place.proposition };
        place.journal.draft({ ...at, revision: draft?.revision ?? 0, version, text }, answer);
        return answer;
      };
    },
  },
  { name: "submission", send: post("submission", {}) },
  {
    name: "sign-off",
    send: (place, version) => {
      const again = post("sign-off", { decision: "sign_off" })(place, version);
      return async () => {
        const answer = await again();
        if (answer.status !== 200) return answer;
        const at = { organization: place.desk.organization, proposition: place.proposition };
        place.journal.signature({ ...at, revision: readPosition(answer).standing?.revision ?? 0 }, answer);
        return answer;
      };
    },
  },
  {
    name: "visibility",
    send: (place, ifMatch) => {
      const asked = { method: "PATCH", path: `${pathOf(place)}/visibility`, token: place.desk.token, ifMatch } as const;
      return () => call(place.origin, { ...asked, body: { visibility: "organization" } });
    },
  },
  { name: "withdrawal", send: post("withdrawal", {}) },
];

/** The version that the position has now; null when there is none yet. */
export async function findVersion(place: CommandTarget): Promise<number | null> {
  const answer = await call(place.origin, { method: "GET", path: pathOf(place), token: place.desk.token });
  if (answer.status === 404) return null;
  if (answer.status !== 200)
    throw new Error(`a position cannot be read: ${answer.status} ${answer.text.slice(0, 200)}`);
  return readPosition(answer).version;
}

/** A token is made: by someone who just signed in, and without a key, since its answer is told once. */
export function makeToken({ origin, desk }: CommandTarget): Promise<NodeAnswer> {
  const home = origin.replace("127.0.0.1", "localhost");
  const headers = { cookie: `concerted-session=${desk.session}`, origin: home, "x-concerted": "1" };
  const body = { name: "made during a fault", scope: "read" };
  return call(origin, { method: "POST", path: "/api/v1/tokens", headers, body });
}
