import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { digestOfText } from "@/lib/platform/text/digest";
import { type ClauseText, type TitleText, toPrintedText } from "@/lib/talking-points/rules.text";
import type { AuthorizedAct } from "./build-position";

type Version = Prisma.TalkingPointVersionCreateManyInput;
type Clause = Prisma.TalkingPointClauseCreateManyInput;
type Answer = Prisma.EndorsementStepCreateManyInput;
type Step = Prisma.TalkingPointStepCreateManyInput;

/** A talking point with its whole history, as it would have come about, still to be inserted. */
export type BuiltPoint = {
  point: Prisma.TalkingPointCreateManyInput & { id: string; currentVersion: number };
  leads: Prisma.TalkingPointLeadCreateManyInput[];
  sources: Prisma.TalkingPointSourceCreateManyInput[];
  steps: Step[];
  versions: Version[];
  themes: Prisma.TalkingPointThemeCreateManyInput[];
  propositions: Prisma.TalkingPointPropositionCreateManyInput[];
  clauses: Clause[];
  parity: Prisma.TalkingPointParityCreateManyInput[];
  translations: Prisma.TalkingPointTranslationCreateManyInput[];
  contests: Prisma.VersionContestCreateManyInput[];
  answers: Answer[];
  joins: Prisma.ReservationJoinCreateManyInput[];
};

type Opening = Omit<Prisma.TalkingPointCreateManyInput, "id" | "status" | "createdAt"> & { leads: string[] };

/** Proposed by an organization that leads it, as a draft or opened to the network at once. */
export function openPoint(
  { leads, ...given }: Opening,
  status: "draft" | "in_discussion",
  act: AuthorizedAct,
): BuiltPoint {
  const id = randomUUID();
  const opened = status === "draft" ? null : 1;
  const point = { id, ...given, status, currentVersion: 0, openedVersion: opened, createdAt: act.at };
  const built: BuiltPoint = {
    ...{
      point,
      leads: leads.map((organizationId) => ({ talkingPointId: id, organizationId })),
      sources: [],
      steps: [],
    },
    ...{ versions: [], themes: [], propositions: [], clauses: [], parity: [], translations: [] },
    ...{ contests: [], answers: [], joins: [] },
  };
  addStatus(built, { status, version: 1, organizationId: given.proposedById }, act);
  return built;
}

type Status = Pick<Step, "status" | "version" | "organizationId" | "reasonEn" | "reasonFr" | "cautionEn" | "cautionFr">;

export function addStatus({ point, steps }: BuiltPoint, status: Status, { by, at }: AuthorizedAct) {
  steps.push({ talkingPointId: point.id, number: steps.length + 1, at, actorId: by, ...status });
  point.status = status.status;
  if (status.status === "usable") point.usableVersion = status.version;
  if (status.status === "retired") point.usableVersion = null;
}

type ClauseFields = Omit<Clause, "talkingPointId" | "version" | "number" | "authorId" | keyof ClauseText> &
  Pick<ClauseText, "key" | "kind" | "en" | "fr"> &
  Partial<ClauseText>;
type VersionFields = Omit<
  Version,
  "talkingPointId" | "number" | "digest" | "authorId" | "createdAt" | keyof TitleText
> & {
  titleEn: string | null;
  titleFr: string | null;
  clauses: ClauseFields[];
  themeIds: string[];
  propositionIds: string[];
};

/** The next version of its words. */
export function addVersion(built: BuiltPoint, fields: VersionFields, { by, at }: AuthorizedAct) {
  const { clauses, themeIds, propositionIds, ...version } = fields;
  const number = built.versions.length + 1;
  const of = { talkingPointId: built.point.id, version: number };
  const texts = clauses.map((it) => ({
    ...{ key: it.key, kind: it.kind, en: it.en, fr: it.fr, source: it.source ?? null },
    ...{ questionEn: it.questionEn ?? null, questionFr: it.questionFr ?? null },
    ...{ addresseeEn: it.addresseeEn ?? null, addresseeFr: it.addresseeFr ?? null },
  }));
  const digest = digestOfText(toPrintedText(version, texts));
  built.versions.push({ talkingPointId: of.talkingPointId, number, digest, authorId: by, createdAt: at, ...version });
  built.themes.push(...themeIds.map((themeId) => ({ ...of, themeId })));
  built.propositions.push(...propositionIds.map((propositionId) => ({ ...of, propositionId })));
  built.clauses.push(...clauses.map((it, index) => ({ ...of, ...it, number: index + 1, authorId: by })));
  built.point.currentVersion = number;
  return { number, digest };
}

type Judged = { version: number; clauseKey: string; organizationId: string } & Partial<
  Pick<Prisma.TalkingPointParityCreateManyInput, "parity" | "reasonEn" | "reasonFr">
>;

/** A second reader said whether both languages of a clause say the same. */
export function addParity({ point, parity }: BuiltPoint, judged: Judged, { by, at }: AuthorizedAct) {
  const earlier = parity.filter((it) => it.version === judged.version && it.clauseKey === judged.clauseKey).length;
  parity.push({ talkingPointId: point.id, number: earlier + 1, actorId: by, at, parity: "equal", ...judged });
}

export const signedBy = ({ by, at, mandate }: AuthorizedAct) => ({
  ...{ at, actorId: by, byToken: false, mandateId: mandate.id ?? null, authorizedBy: mandate.authorizedBy },
  ...{ instrument: mandate.instrument, instrumentDate: mandate.instrumentDate },
});

type AnswerFields = Pick<Answer, "organizationId" | "kind" | "version" | "response"> & Partial<Answer>;

/** A step of an organization's answer, to the digest of the version that it names. Returns its number. */
export function addAnswer({ point, versions, answers }: BuiltPoint, fields: AnswerFields, act: AuthorizedAct): number {
  const digest = versions.find(({ number }) => number === fields.version)?.digest ?? "";
  const number = answers.filter((it) => it.organizationId === fields.organizationId).length + 1;
  const usage = "will_use" as const;
  answers.push({ talkingPointId: point.id, number, digest, usage, clauses: [], ...fields, ...signedBy(act) });
  return number;
}

/** Many at once, in the order in which they point to one another. */
export async function insertPoints(tx: Tx, all: readonly BuiltPoint[]) {
  const every = <T>(rowsOf: (built: BuiltPoint) => T[]) => all.flatMap(rowsOf);
  await tx.talkingPoint.createMany({ data: all.map((it) => it.point) });
  await tx.talkingPointLead.createMany({ data: every((it) => it.leads) });
  await tx.talkingPointSource.createMany({ data: every((it) => it.sources) });
  await tx.talkingPointStep.createMany({ data: every((it) => it.steps) });
  await tx.talkingPointVersion.createMany({ data: every((it) => it.versions) });
  await tx.talkingPointTheme.createMany({ data: every((it) => it.themes) });
  await tx.talkingPointProposition.createMany({ data: every((it) => it.propositions) });
  await tx.talkingPointClause.createMany({ data: every((it) => it.clauses) });
  await tx.talkingPointParity.createMany({ data: every((it) => it.parity) });
  await tx.talkingPointTranslation.createMany({ data: every((it) => it.translations) });
  await tx.versionContest.createMany({ data: every((it) => it.contests) });
  await tx.endorsementStep.createMany({ data: every((it) => it.answers) });
  await tx.reservationJoin.createMany({ data: every((it) => it.joins) });
}
