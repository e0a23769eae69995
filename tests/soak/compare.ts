import { type LifecycleStep, replay } from "@/lib/positions/rules";
import { scriptCommand } from "../../bin/host/child-processes.mjs";
import type { Journal } from "./journal";
import { runProgram } from "./process";
import type { Setting } from "./setting";

/** What a fault did to what was promised: figures, and for each that is not zero a line of words. */
export type Verdict = { lost: number; doubled: number; halved: number; messages: string[] };

type Revision = { at: string; number: number; text: string | null; signed: boolean };
type Head = {
  at: string;
  version: number;
  standing: number | null;
  draft: number | null;
  draftState: string | null;
  revisions: number;
  told: number;
  steps: LifecycleStep[];
};

const revisions = `SELECT o."slug" || '/' || p."slug" AS at, r."number", r."rationaleEn" AS text, r."signedOffAt" IS NOT NULL AS signed
  FROM "PositionRevision" r JOIN "Position" h ON h."id" = r."positionId"
  JOIN "Organization" o ON o."id" = h."organizationId" JOIN "Proposition" p ON p."id" = h."propositionId"`;

const heads = `SELECT o."slug" || '/' || p."slug" AS at, h."version", h."standing", h."draft", h."draftState",
    (SELECT count(*)::int FROM "PositionRevision" r WHERE r."positionId" = h."id") AS revisions,
    (SELECT count(*)::int FROM "Activity" a WHERE a."subject" = 'position/' || h."id") AS told,
    (SELECT coalesce(json_agg(json_build_object('kind', s."kind", 'revision', s."revision") ORDER BY s."number"), '[]')
      FROM "PositionStep" s WHERE s."positionId" = h."id") AS steps
  FROM "Position" h JOIN "Organization" o ON o."id" = h."organizationId" JOIN "Proposition" p ON p."id" = h."propositionId"`;

/** Holds what the client was told against what the database has, and the database against itself. */
export async function compare(setting: Setting, journal: Journal): Promise<Verdict> {
  const words: string[] = [];
  const collect = (faults: string[]) => {
    words.push(...faults.slice(0, 5));
    return faults.length;
  };
  const texts = await setting.ask<Revision>(revisions);
  const all = await setting.ask<Head>(heads);
  const lost = collect(findLost(texts, all, journal));
  const doubled = collect(findDoubled(texts, all, journal));
  const halved = collect([
    ...findHalved(all),
    ...(await findHalfKept(setting)),
    ...(await findUntold(setting)),
    ...(await findBrokenChain(setting)),
  ]);
  return { lost, doubled, halved, messages: words };
}

function findLost(texts: Revision[], all: Head[], { drafts, signatures }: Journal): string[] {
  const kept = new Map(texts.map((it) => [`${it.at} ${it.number}`, it]));
  const steps = new Map(all.map((it) => [it.at, it.steps]));
  const isSigned = (at: string, revision: number) =>
    kept.get(`${at} ${revision}`)?.signed &&
    steps.get(at)?.some((it) => it.kind === "signed_off" && it.revision === revision);
  return [
    ...drafts
      .map((it) => ({ ...it, at: `${it.organization}/${it.proposition}` }))
      .filter((it) => kept.get(`${it.at} ${it.revision}`)?.text !== it.text)
      .map((it) => `lost: revision ${it.revision} of ${it.at}`),
    ...signatures
      .map((it) => ({ ...it, at: `${it.organization}/${it.proposition}` }))
      .filter((it) => !isSigned(it.at, it.revision))
      .map((it) => `lost: the signature under revision ${it.revision} of ${it.at}`),
  ];
}

function findDoubled(texts: Revision[], all: Head[], journal: Journal): string[] {
  const repeated = [...countBy(texts.map((it) => it.text))].filter(([, count]) => count > 1);
  const signedTwice = all.flatMap(({ at, steps }) =>
    [...countBy(steps.filter((it) => it.kind === "signed_off").map((it) => it.revision))]
      .filter(([, count]) => count > 1)
      .map(([revision]) => `doubled: the signature under revision ${revision} of ${at}`),
  );
  const done = all.flatMap((it) => it.steps).filter((it) => it.kind === "drafted" || it.kind === "signed_off").length;
  const most = journal.acknowledged + journal.unheard;
  return [
    ...repeated.map(([text]) => `doubled: the text "${text}"`),
    ...signedTwice,
    ...(done > most
      ? Array<string>(done - most).fill(`doubled: ${done} steps, of which ${most} are accounted for`)
      : []),
  ];
}

function countBy<T>(items: T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** A head is what its steps make of it; every change of it was told; every text came by a step. */
function findHalved(all: Head[]): string[] {
  return all.flatMap(({ at, version, standing, draft, draftState, revisions, told, steps }) => {
    const present = replay(steps);
    const same = present.standing === standing && present.draft === draft && present.draftState === draftState;
    return [
      ...(same ? [] : [`halved: the head of ${at} is not what its history says`]),
      ...(told === version ? [] : [`halved: ${at} changed ${version} times, the record tells of ${told}`]),
      ...(steps.filter((it) => it.kind === "drafted").length === revisions
        ? []
        : [`halved: texts of ${at} without a step`]),
    ];
  });
}

async function findHalfKept(setting: Setting): Promise<string[]> {
  const kept = await setting.ask<{ route: string }>(`SELECT "route" FROM "KeptAnswer" WHERE "status" = 0`);
  return kept.map(({ route }) => `halved: a key was taken for ${route} and no answer kept`);
}

async function findUntold(setting: Setting): Promise<string[]> {
  const [count] = await setting.ask<{ made: number; told: number }>(`
    SELECT (SELECT count(*)::int FROM "AccessToken" WHERE "name" <> 'soak') AS made,
      (SELECT count(*)::int FROM "Activity" WHERE "kind" = 'token.created') AS told`);
  return count?.made === count?.told
    ? []
    : [`halved: ${count?.made} tokens were made, the record tells of ${count?.told}`];
}

/** By the product's own command, which computes every hash anew. */
async function findBrokenChain({ env, watch }: Setting): Promise<string[]> {
  const verdict = await runProgram(scriptCommand("bin/cli/audit-verify.ts"), { env, watch }).catch(
    (error: Error) => error.message,
  );
  return /chain whole/.test(verdict) ? [] : [`halved: ${verdict.trim()}`];
}
