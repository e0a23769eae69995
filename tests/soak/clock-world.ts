import { scriptCommand } from "../../bin/host/child-processes.mjs";
import { call, type NodeAnswer } from "./call";
import { runProgram } from "./process";
import type { Setting } from "./setting";

const names = [
  "freshSession",
  "staleSession",
  "restingSession",
  "forgottenSession",
  "lastingSession",
  "endedSession",
  "lastingToken",
  "endedToken",
  "lastingMandate",
  "endedMandate",
  "lastingLink",
  "endedLink",
] as const;

/**
 * Sessions, tokens, mandates and links on either side of their expiry, one set per node: using them may extend them.
 */
export type ClockFixtures = Record<(typeof names)[number] | "organization" | "proposition" | "email", string>;

export async function makeClockFixtures({ env, watch }: Setting, sets: number): Promise<ClockFixtures[]> {
  return JSON.parse(
    (await runProgram(scriptCommand("tests/soak/build-clock-world.ts", String(sets)), { env, watch })).trim(),
  );
}

type Probe = { origin: string; appOrigin: string; held: ClockFixtures };
type Question = {
  what: string;
  expected: string;
  ask: (asked: Probe) => Promise<string>;
  /** Only the web server has what is asked for. */
  ofPages?: true;
};

const mine = ({ proposition }: ClockFixtures) => `/api/v1/positions/ours?proposition=${proposition}`;
const byCookie = (value: string) => ({ cookie: `concerted-session=${value}` });

const get = ({ origin, held }: Probe, headers: Record<string, string>) =>
  call(origin, { method: "GET", path: mine(held), headers });

const opens =
  (name: (typeof names)[number], headers: (value: string) => Record<string, string>) => async (asked: Probe) =>
    (await get(asked, headers(asked.held[name]))).status === 200 ? "opens" : "opens nothing";

type Rights = { items: { viewer: { mayDraft: boolean; needsFreshSignIn: boolean } }[] };
const rightsIn = ({ text }: NodeAnswer) => (JSON.parse(text) as Rights).items[0]?.viewer;

const drafts = (name: (typeof names)[number]) => async (asked: Probe) =>
  rightsIn(await get(asked, byCookie(asked.held[name])))?.mayDraft ? "drafts" : "does not draft";

const needsReauthentication = (name: (typeof names)[number]) => async (asked: Probe) =>
  rightsIn(await get(asked, byCookie(asked.held[name])))?.needsFreshSignIn ? "is asked to sign in" : "may sign";

/** On what is not there, so that nothing changes: only who would have been let through gets as far as "not found". */
const signs = (name: (typeof names)[number]) => async (asked: Probe) => {
  const { origin, appOrigin, held } = asked;
  const headers = { ...byCookie(held[name]), origin: appOrigin, "x-concerted": "1" };
  const path = `/api/v1/positions/${held.organization}/${held.proposition}/sign-off`;
  const body = { decision: "sign_off" };
  const { status } = await call(origin, { method: "POST", path, ifMatch: 1, headers, body });
  return status === 404 ? "may sign" : status === 403 ? "is asked to sign in" : `is answered ${status}`;
};

const signsIn = (name: (typeof names)[number]) => async (asked: Probe) => {
  const { origin, appOrigin, held } = asked;
  const path = `${origin}/api/auth/callback/email?token=${held[name]}`;
  const answer = await fetch(path, { method: "POST", headers: { origin: appOrigin }, redirect: "manual" });
  if (answer.status !== 303) return `is answered ${answer.status}`;
  return answer.headers.has("set-cookie") ? "signs in" : "signs nobody in";
};

const byToken = (value: string) => ({ authorization: `Bearer ${value}` });

/** The same on every node, whatever its clock says, since the database's clock counts. */
export const questions: Question[] = [
  { what: "a session used 7.5 h ago", expected: "opens", ask: opens("restingSession", byCookie) },
  { what: "a session used 8.5 h ago", expected: "opens nothing", ask: opens("forgottenSession", byCookie) },
  { what: "a session with 30 min to go", expected: "opens", ask: opens("lastingSession", byCookie) },
  { what: "a session over for 30 min", expected: "opens nothing", ask: opens("endedSession", byCookie) },
  { what: "a token with 30 min to go", expected: "opens", ask: opens("lastingToken", byToken) },
  { what: "a token over for 30 min", expected: "opens nothing", ask: opens("endedToken", byToken) },
  { what: "a mandate with 30 min to go", expected: "drafts", ask: drafts("lastingMandate") },
  { what: "a mandate over for 30 min", expected: "does not draft", ask: drafts("endedMandate") },
  { what: "the button after a sign-in just now", expected: "may sign", ask: needsReauthentication("freshSession") },
  {
    what: "the button after a sign-in 30 min ago",
    expected: "is asked to sign in",
    ask: needsReauthentication("staleSession"),
  },
  { what: "who signed in just now", expected: "may sign", ask: signs("freshSession") },
  { what: "who signed in 30 min ago", expected: "is asked to sign in", ask: signs("staleSession") },
  { what: "a link with 10 min to go", expected: "signs in", ask: signsIn("lastingLink"), ofPages: true },
  { what: "a link over for 10 min", expected: "signs nobody in", ask: signsIn("endedLink"), ofPages: true },
];
