import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { call, type NodeAnswer, readPosition } from "./call";
import type { Journal } from "./journal";
import type { Desk } from "./world";

type Writing = {
  /** Asked before each call, so that a writer can go to another node. */
  origin: () => string;
  desk: Desk;
  journal: Journal;
  isOver: () => boolean;
  /** Every so many drafts one is signed. */
  signEvery?: number;
  within?: number;
};

const pathOf = ({ organization }: Desk, proposition: string) => `/api/v1/positions/${organization}/${proposition}`;

/** Someone at their desk: drafts, now and then signs, and writes down what was acknowledged. */
export async function keepWriting(writing: Writing) {
  const { desk, isOver, signEvery = 3 } = writing;
  const versions = new Map<string, number | null>();
  for (let n = 0; !isOver(); n++) {
    const proposition = desk.propositions[n % desk.propositions.length] ?? "";
    const seen = versions.get(proposition) ?? null;
    let version = await writeDraft(writing, proposition, seen, `${desk.organization} ${n} ${randomUUID()}`);
    if (version !== "unsure" && n % signEvery === signEvery - 1) version = await sign(writing, proposition, version);
    versions.set(proposition, version === "unsure" ? await rereadVersion(writing, proposition) : version);
  }
}

/** Answers the version that now is, or "unsure" when nobody told. */
async function writeDraft(
  { origin, desk, journal, within = 20_000 }: Writing,
  proposition: string,
  ifMatch: number | null,
  text: string,
): Promise<number | "unsure"> {
  const body = { stance: "support", rationale: { en: text } };
  const asked = { method: "PUT", path: pathOf(desk, proposition), token: desk.token, ifMatch, body, within } as const;
  const answer = await call(origin(), asked);
  journal.note(answer);
  if (answer.status === 200) {
    const { draft, version } = readPosition(answer);
    if (draft?.rationale.en !== text) journal.broken.push(`a draft was acknowledged with other words than were sent`);
    const told = { organization: desk.organization, proposition, revision: draft?.revision ?? 0, version, text };
    journal.draft(told, answer);
    return version;
  }
  if (!isDefinite(answer)) journal.unheard += 1;
  else journal.broken.push(`a draft was refused: ${answer.status} ${answer.text.slice(0, 160)}`);
  return "unsure";
}

/** Repeats until it is told: the key makes sure that the organization signs once. */
async function sign(
  { origin, desk, journal, isOver, within = 20_000 }: Writing,
  proposition: string,
  version: number,
): Promise<number | "unsure"> {
  const path = `${pathOf(desk, proposition)}/sign-off`;
  const body = { decision: "sign_off" };
  const asked = { method: "POST", path, token: desk.token, ifMatch: version, key: randomUUID(), body, within } as const;
  for (;;) {
    const answer = await call(origin(), asked);
    journal.note(answer);
    if (answer.status === 200) {
      const told = readPosition(answer);
      const revision = told.standing?.revision ?? 0;
      journal.signature({ organization: desk.organization, proposition, revision }, answer);
      return told.version;
    }
    if (isDefinite(answer)) {
      journal.broken.push(`a repeated signature was refused: ${answer.status} ${answer.text.slice(0, 160)}`);
      return "unsure";
    }
    if (isOver()) {
      journal.unheard += 1;
      return "unsure";
    }
    await pause(20);
  }
}

/** Below 500 a node says what it knows; above, and in silence, the work may have been done or not. */
const isDefinite = ({ status }: NodeAnswer) => status > 0 && status < 500;

/** What the position is now, asked until somebody answers. */
async function rereadVersion({ origin, desk, journal, isOver }: Writing, proposition: string): Promise<number | null> {
  for (;;) {
    const answer = await call(origin(), { method: "GET", path: pathOf(desk, proposition), token: desk.token });
    if (answer.status === 200) return readPosition(answer).version;
    if (answer.status === 404) return null;
    if (isOver()) return null;
    if (isDefinite(answer)) {
      journal.broken.push(`a position could not be read: ${answer.status} ${answer.text.slice(0, 160)}`);
      return null;
    }
    await pause(20);
  }
}
