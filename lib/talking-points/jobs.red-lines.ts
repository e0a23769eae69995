import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { readClock } from "@/lib/platform/time/clock";
import { record } from "./activity";
import { findMarks, type MarkRow } from "./read.mark-rows";
import { replayEach } from "./rules.endorsements";
import { isConsulted, redLineAfter } from "./rules.marks";
import { nobody } from "./write.round-progress";

/** Once a night: of each clause that was marked six times by then and was not spoken of yet, the one sentence that stays. */
export const noteRedLines = () => transact(noteRedLinesIn);

export async function noteRedLinesIn(tx: Tx): Promise<void> {
  // One batch at a time, so that a clause is spoken of once.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('note_red_lines'))::text`;
  const points = await tx.talkingPoint.findMany({
    where: { status: { in: ["in_discussion", "usable", "cautioned"] } },
    select: { id: true, currentVersion: true },
  });
  const versions = points.map((it) => ({ talkingPointId: it.id, version: it.currentVersion }));
  const isConsultedAbout = await findConsulted(tx, versions);
  const said = await tx.redLineNote.findMany({
    where: { OR: versions },
    select: { talkingPointId: true, version: true, clauseKey: true },
  });
  const spokenOf = new Set(said.map(clauseOf));
  const clauses = new Map<string, MarkRow[]>();
  for (const row of await findMarks(tx, versions))
    if (isConsultedAbout(row) && !spokenOf.has(clauseOf(row)))
      clauses.set(clauseOf(row), [...(clauses.get(clauseOf(row)) ?? []), row]);
  const at = await readClock(tx);
  const notes = [...clauses.values()].flatMap((rows) => {
    const redLine = redLineAfter(rows.map(({ mark }) => mark));
    const [first] = rows;
    if (redLine === null || !first) return [];
    const { talkingPointId, version, clauseKey } = first;
    return [{ talkingPointId, version, clauseKey, redLine, at }];
  });
  if (notes.length === 0) return;
  await tx.redLineNote.createMany({ data: notes });
  await record(tx, "clause.redLinesNoted", nobody, "talkingPoints", { clauses: notes.length });
}

const clauseOf = (it: { talkingPointId: string; version: number; clauseKey: string }) =>
  `${it.talkingPointId} ${it.version} ${it.clauseKey}`;

/** Whether an organization is a member that is asked about these words. */
async function findConsulted(tx: Tx, versions: readonly { talkingPointId: string; version: number }[]) {
  const members = await tx.organization.findMany({ where: { status: "member" }, select: { id: true } });
  const ids = new Set(members.map(({ id }) => id));
  const steps = await tx.endorsementStep.findMany({
    where: { talkingPointId: { in: versions.map((it) => it.talkingPointId) } },
    orderBy: [{ talkingPointId: "asc" }, { organizationId: "asc" }, { number: "asc" }],
    select: { talkingPointId: true, organizationId: true, kind: true, version: true, response: true, clauses: true },
  });
  const byPoint = new Map<string, typeof steps>();
  for (const step of steps) byPoint.set(step.talkingPointId, [...(byPoint.get(step.talkingPointId) ?? []), step]);
  const answers = new Map([...byPoint].map(([id, all]) => [id, replayEach(all)]));
  return ({ talkingPointId, version, organizationId }: MarkRow) =>
    ids.has(organizationId) && isConsulted(answers.get(talkingPointId)?.get(organizationId)?.given ?? null, version);
}
