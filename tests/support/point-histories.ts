import { db } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { digestOfText } from "@/lib/platform/text/digest";
import { getTalkingPoint } from "@/lib/talking-points/read.detail";
import { toPrintedText } from "@/lib/talking-points/rules.text";
import { contestChange } from "@/lib/talking-points/write.contest";
import { confirmEndorsement, endorse, withdrawEndorsement } from "@/lib/talking-points/write.endorsements";
import { judgeParity } from "@/lib/talking-points/write.parity";
import { postVersion } from "@/lib/talking-points/write.versions";
import type { Viewer } from "@/lib/viewer/schema";
import { amendingActs, findAmendmentAnomalies, isAmending, performAmending } from "./amendment-histories";
import { buildPoint } from "./build-points";
import { as, given } from "./builders";
import { fc } from "./fast-check";
import { rewrite } from "./point-world";

const answering = ["endorse", "object", "edit", "contest", "confirm", "withdraw", "judge", "intrude"] as const;
const acts = [...answering, ...amendingActs] as const;
type Act = (typeof acts)[number];
/** Who does what; those of one round do it at once. */
type Round = { act: Act; who: number; clause: number; words: number; editorial: boolean }[];

const roundOf = (...among: readonly Act[]) =>
  fc.array(
    fc.record({
      act: fc.constantFrom(...among),
      who: fc.integer({ min: 0, max: 2 }),
      clause: fc.integer({ min: 1, max: 2 }),
      words: fc.integer({ min: 0, max: 3 }),
      editorial: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  );

const anything = (minLength: number) => fc.array(roundOf(...acts), { minLength, maxLength: 6 });

/** A random history: rounds of acts, each of which several people begin at the same moment. Some lead up to a consolidation. */
export const historyOf: fc.Arbitrary<Round[]> = fc.oneof(
  anything(2),
  fc
    .tuple(roundOf("amend", "endorse"), roundOf("handle", "endorse"), roundOf("consolidate", ...acts), anything(0))
    .map(([amended, handled, consolidated, after]) => [amended, handled, consolidated, ...after]),
);

type Member = { id: string; slug: string; signers: Viewer[]; intruder: Viewer };
type World = { lead: Member; members: Member[]; point: Awaited<ReturnType<typeof buildPoint>>; theme: { id: string } };

async function memberOf(theme: { id: string }, joint: boolean): Promise<Member> {
  const organization = await given.organization(joint ? { signOffKind: "joint" } : {});
  const signer = async () => as(await given.signatory(organization, { themes: [theme] }));
  // Belongs to it, and signs for it on another theme alone.
  const intruder = await as(await given.signatory(organization, { themes: [await given.theme()] }));
  return { ...organization, signers: [await signer(), await signer()], intruder };
}

/** People are made once and play in every history, each on a point of its own. */
export async function makePlayers() {
  const theme = await given.theme();
  const members = [await memberOf(theme, false), await memberOf(theme, false), await memberOf(theme, true)];
  return { theme, lead: await memberOf(theme, false), members };
}
let players: ReturnType<typeof makePlayers> | undefined;

async function buildWorld(): Promise<World> {
  players ??= makePlayers();
  const { theme, lead, members } = await players;
  return { theme, lead, members, point: await buildPoint({ organization: lead, theme }) };
}

async function perform(
  { lead, members, point }: World,
  { act, who, clause, words, editorial }: Round[number],
  at: number,
) {
  const member = members[who] ?? lead;
  const viewer = member.signers[at % 2] ?? member.intruder;
  const [writer] = lead.signers;
  if (!writer) throw new Error("nobody writes");
  // What whoever acts was shown; by the time they act it may be other words.
  const { number: version, digest } = await db.talkingPointVersion.findFirstOrThrow({
    where: { talkingPointId: point.id },
    orderBy: { number: "desc" },
    select: { number: true, digest: true },
  });
  const key = `clause-${clause}`;
  const of = { id: point.id, version, digest };
  const answer = { ...of, usage: "will_use" as const, clauses: [], publicly: false };
  if (act === "endorse") return endorse(viewer, { ...answer, onBehalfOf: member.slug, response: "endorse" });
  if (act === "intrude") return endorse(member.intruder, { ...answer, onBehalfOf: member.slug, response: "endorse" });
  if (act === "object") {
    return endorse(viewer, { ...answer, onBehalfOf: member.slug, response: "object", reason: { en: "Not these." } });
  }
  if (act === "confirm") return confirmEndorsement(viewer, { ...of, organization: member.slug });
  if (isAmending(act))
    return performAmending({ lead, member, viewer, writer, id: point.id, version }, { act, clause, words });
  if (act === "withdraw") return withdrawEndorsement(viewer, { id: point.id, organization: member.slug });
  const judged = { id: point.id, number: version, clause: key, onBehalfOf: member.slug };
  if (act === "judge") return judgeParity(viewer, { ...judged, parity: "equal" });
  if (act === "contest") return contestChange(viewer, { ...judged, reason: { en: "It differs." } });
  const shown = await getTalkingPoint(writer, point.id);
  const clauses = { [key]: { en: `Words ${words} of ${key}.`, fr: `Mots ${words} de ${key}.` } };
  return postVersion(writer, rewrite(shown, lead, { clauses, editorial: editorial ? [key] : [] }), shown.version);
}

/** Plays a history and says how many acts went through, and what is wrong with what is stored then. */
export async function runHistory(
  history: Round[],
): Promise<{ done: number; consolidated: number; anomalies: string[] }> {
  const world = await buildWorld();
  const anomalies: string[] = [];
  let done = 0;
  for (const round of history) {
    const ended = await Promise.allSettled(round.map((it, at) => perform(world, it, at)));
    for (const it of ended) {
      if (it.status === "fulfilled") done++;
      else if (!(it.reason instanceof Refusal || it.reason instanceof BadField)) anomalies.push(String(it.reason));
    }
  }
  const amended = await findAmendmentAnomalies(world.point.id);
  const found = [...anomalies, ...(await findAnomalies(world)), ...amended.found];
  return { done, consolidated: amended.consolidated, anomalies: found };
}

/** The promises, looked for in the rows: no rule of the product is asked. */
async function findAnomalies({ point, lead, members }: World): Promise<string[]> {
  const found: string[] = [];
  const [versions, steps, row] = await Promise.all([
    db.talkingPointVersion.findMany({
      where: { talkingPointId: point.id },
      orderBy: { number: "asc" },
      include: { clauses: { orderBy: { number: "asc" } } },
    }),
    db.endorsementStep.findMany({ where: { talkingPointId: point.id }, orderBy: { number: "asc" } }),
    db.talkingPoint.findUniqueOrThrow({ where: { id: point.id } }),
  ]);
  const report = (wrong: boolean, what: string) => wrong && found.push(what);
  report(versions.at(-1)?.number !== row.currentVersion, "the words in force are not the last ones");
  versions.forEach((it, at) => {
    report(it.number !== at + 1, "a number is missing");
    report(digestOfText(toPrintedText(it, it.clauses)) !== it.digest, "a version does not have its digest");
    report(at > 0 && it.digest === versions[at - 1]?.digest, "a version with the same words");
  });
  const signers = new Map([lead, ...members].map((it) => [it.id, new Set(it.signers.map(({ personId }) => personId))]));
  for (const step of steps) {
    const version = versions[step.version - 1];
    const next = versions[step.version];
    report(version?.digest !== step.digest, "an answer with another digest than its version");
    report(!signers.get(step.organizationId)?.has(step.actorId), "an answer without a mandate");
    if (step.kind === "withdrawn") continue;
    report(!version || version.createdAt > step.at, "an answer to words that were not there yet");
    report(
      next !== undefined && next.createdAt < step.at,
      "an answer to words that were superseded before it was given",
    );
  }
  for (const { id, signers: both } of members) {
    const theirs = steps.filter((it) => it.organizationId === id);
    theirs.forEach((step, at) => {
      report(step.number !== at + 1, "a step is missing");
      const joint = members[2]?.id === id && step.response !== "object";
      const first = theirs[at - 1];
      if (!joint || (step.kind !== "given" && step.kind !== "confirmed")) return;
      const whole = first?.kind === "signed_once" && first.version === step.version && first.actorId !== step.actorId;
      report(!whole, "one signature where two sign");
      report(both.length < 2, "one signatory");
    });
  }
  return found;
}
