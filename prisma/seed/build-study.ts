import { randomUUID } from "node:crypto";
import { packBallots, unpackBallots } from "@/lib/math/polis/ballots";
import { describeStudy } from "@/lib/math/polis/study";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { sha256 } from "@/lib/platform/text/digest";
import { engine } from "@/lib/studies/jobs";

export type StatementText = { key: string; textEn: string | null; textFr: string | null; moderatedOut: boolean };

type Given = Pick<Prisma.StudyUncheckedCreateInput, "slug" | "titleEn" | "titleFr" | "importedAt"> &
  Omit<Partial<Prisma.StudyUncheckedCreateInput>, "id" | "digest"> & { digest?: string };

/** A consultation that was taken in and described, all of it at once. */
export function buildStudy(votes: string, words: readonly StatementText[], given: Given) {
  const { packed, digest: of, ...counts } = packBallots(new TextEncoder().encode(votes));
  const known = new Map(words.map((it) => [it.key, it]));
  const id = randomUUID();
  const statements = counts.statements.map((key, place) => {
    const { textEn = null, textFr = null, moderatedOut = false } = known.get(key) ?? {};
    return { studyId: id, place, key, textEn, textFr, moderatedOut };
  });
  const moderatedOut = statements.map((it) => it.moderatedOut);
  const digest = given.digest ?? sha256(`${of} ${moderatedOut.map(Number).join("")}`);
  const found = describeStudy(unpackBallots(packed), { moderatedOut });
  return {
    study: {
      language: "en",
      ...given,
      id,
      digest,
      state: "ready" as const,
      done: 100,
      ...counts,
      statements: statements.length,
    },
    ballots: { studyId: id, packed: new Uint8Array(packed) },
    statements,
    findings: { digest, engine, at: given.importedAt, findings: JSON.parse(JSON.stringify(found)) },
  };
}

export async function insertStudy(tx: Tx, { study, ballots, statements, findings }: ReturnType<typeof buildStudy>) {
  await tx.study.create({ data: study });
  await tx.studyBallots.create({ data: ballots });
  await tx.studyStatement.createMany({ data: statements });
  await tx.studyFindings.createMany({ data: [findings], skipDuplicates: true });
}
