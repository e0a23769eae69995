import "server-only";
import type { NounWork } from "@/lib/activity/jobs.notifications";
import type { StudyFindings } from "@/lib/math/polis/study";
import { compute } from "@/lib/math/pool";
import type { Stage } from "@/lib/math/progress";
import { db, transact } from "@/lib/platform/db/client";
import { readClock } from "@/lib/platform/time/clock";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    describe_studies: Record<string, never>;
    describe_study: { study: string };
  }
}

/** Counted up whenever the engine would find something else in the same votes. */
export const engine = 2;

/** Of a hundred; writing what was found is the rest. */
const shareOf: Partial<Record<Stage, readonly [from: number, to: number]>> = {
  reading: [0, 40],
  map: [40, 80],
  groups: [80, 90],
  statistics: [90, 98],
};
const often = 400;

/** Describes a consultation, unless the same votes were described before. */
export async function describeStudy(id: string, tell: (done: number) => void = () => undefined): Promise<void> {
  const study = await db.study.findUnique({ where: { id }, select: { digest: true } });
  if (!study) return;
  const known = await db.studyFindings.findUnique({ where: { digest: study.digest }, select: { engine: true } });
  if (known?.engine !== engine) await compose(id, study.digest, tell);
  await db.study.updateMany({ where: { id }, data: { state: "ready", done: 100 } });
  tell(100);
}

async function compose(id: string, digest: string, tell: (done: number) => void) {
  await db.study.updateMany({ where: { id }, data: { state: "computing", done: 0 } });
  try {
    const findings = await find(id, tell);
    if (!findings) return;
    await transact(async (tx) => {
      const data = { engine, at: await readClock(tx), findings: JSON.parse(JSON.stringify(findings)) };
      await tx.studyFindings.upsert({ where: { digest }, create: { digest, ...data }, update: data });
    });
  } catch (error) {
    await db.study.updateMany({ where: { id }, data: { state: "failed" } });
    throw error;
  }
}

async function find(id: string, tell: (done: number) => void): Promise<StudyFindings | null> {
  const [ballots, rows] = await Promise.all([
    db.studyBallots.findUnique({ where: { studyId: id } }),
    db.studyStatement.findMany({ where: { studyId: id }, orderBy: { place: "asc" }, select: { moderatedOut: true } }),
  ]);
  if (!ballots) return null;
  const moderatedOut = rows.map((it) => it.moderatedOut);
  let [last, busy] = [0, Promise.resolve()];
  const findings = await compute(
    "study",
    { packed: ballots.packed, moderatedOut },
    {
      progress: (stage, share) => {
        const [from, to] = shareOf[stage] ?? [0, 0];
        const done = Math.floor(from + (to - from) * Math.min(1, share));
        const now = performance.now();
        if (now - last < often || to === 0) return;
        last = now;
        tell(done);
        busy = busy.then(async () => {
          await db.study.updateMany({ where: { id, done: { lt: done } }, data: { done } });
        });
      },
    },
  );
  await busy;
  return findings;
}

/** After the engine changed, or where a job was lost: whatever has no findings of this engine is described. */
export async function describeStudies(): Promise<number> {
  const waiting = await db.$queryRaw<{ id: string }[]>`
    SELECT study."id"::text AS "id" FROM "Study" study
    LEFT JOIN "StudyFindings" found ON found."digest" = study."digest" AND found."engine" = ${engine}
    WHERE found."digest" IS NULL OR study."state" <> 'ready' ORDER BY study."importedAt"`;
  for (const { id } of waiting) await describeStudy(id);
  return waiting.length;
}

export const work = {
  jobs: {
    describe_studies: async () => {
      await describeStudies();
    },
    describe_study: ({ study }) => describeStudy(study),
  },
  nightly: { describe_studies: "20 8 * * *" },
} satisfies NounWork;
