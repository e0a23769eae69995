import { db, transact } from "@/lib/platform/db/client";
import { addMark, addObjection, addRound, insertRounds, noRounds } from "@/prisma/seed/build-round";
import type { BuiltPoint } from "@/prisma/seed/build-talking-point";
import { buildPoint, type PointOptions } from "@/tests/support/build-points";
import { amendmentAddresses, amendmentColumns, plantAmendments } from "@/tests/support/canary/amendments";
import { inNetwork, type Observer, own, toWord } from "@/tests/support/canary/canaries";
import type { CanaryPart, Planting } from "@/tests/support/canary/part";
import { networkDay } from "@/tests/support/network-day";
import { officeRow } from "@/tests/support/office-row";

const theme = () => db.theme.findFirstOrThrow({ where: { slug: "canary-theme" } });

/** A draft of the organization's own, and a first signature that waits for the second. */
async function plantAtHome({ canaries, owner }: Planting) {
  const word = (column: string) => canaries.for(own, "point", "draft", column);
  await buildPoint({
    ...{ organization: owner, theme: await theme(), status: "draft", slug: word("slug"), title: word("title") },
    change: ({ clauses: [clause], versions: [version] }) => {
      Object.assign(clause ?? {}, { en: word("en"), fr: word("fr") });
      Object.assign(version ?? {}, { titleFr: word("titleFr"), summaryEn: word("summaryEn") });
    },
  });
}

/** For the network: the words of a point that is discussed, and everything that was answered and judged. */
async function plantForNetwork({ canaries, owner, representative }: Planting) {
  const word = (column: string, readers: readonly Observer[] = inNetwork) => canaries.for(readers, "point", column);
  const other = await db.organization.findUniqueOrThrow({ where: { slug: "canary-other" } });
  const office = await db.office.create({ data: officeRow("canary-addressed") });
  const reservation = { organization: owner, response: "endorse_with_reservation", publicly: true } as const;
  const change: PointOptions["change"] = (built) => {
    const [version] = built.versions;
    const [clause] = built.clauses;
    const [answer, objection] = built.answers;
    const [parity] = built.parity;
    const last = built.steps.at(-1);
    Object.assign(version ?? {}, {
      titleFr: word("titleFr"),
      summaryEn: word("summaryEn"),
      summaryFr: word("summaryFr"),
    });
    Object.assign(clause ?? {}, {
      ...{ en: word("en"), fr: word("fr"), questionEn: word("questionEn"), questionFr: word("questionFr") },
      ...{ source: word("source"), locator: word("locator"), officeId: office.id },
      ...{ addresseeEn: word("addresseeEn"), addresseeFr: word("addresseeFr") },
    });
    Object.assign(parity ?? {}, { parity: "disputed", reasonEn: word("parityEn"), reasonFr: word("parityFr") });
    Object.assign(last ?? {}, { reasonEn: word("stepReasonEn"), reasonFr: word("stepReasonFr") });
    Object.assign(last ?? {}, { cautionEn: word("cautionEn"), cautionFr: word("cautionFr") });
    Object.assign(answer ?? {}, {
      ...{ reservationEn: word("reservationEn"), reservationFr: word("reservationFr"), anchorClause: "clause-1" },
      ...{ anchorEn: word("anchorEn"), anchorFr: word("anchorFr") },
      ...{ authorizedBy: word("authorizedBy"), instrument: word("instrument") },
    });
    Object.assign(objection ?? {}, {
      ...{ reasonEn: word("reasonEn"), reasonFr: word("reasonFr"), liftEn: word("liftEn"), liftFr: word("liftFr") },
    });
    if (!answer || !version) throw new Error("nobody answered");
    const { talkingPointId, actorId, at, instrumentDate } = answer;
    const signed = { actorId, at, instrumentDate };
    built.joins.push({
      ...{
        talkingPointId,
        organizationId: owner.id,
        step: answer.number,
        joinedById: other.id,
        number: 1,
        kind: "given",
      },
      // What a join rests on is in no answer.
      ...{ authorizedBy: word("joinAuthorizedBy", []), instrument: word("joinInstrument", []), ...signed },
    });
    built.contests.push({
      ...{ talkingPointId, version: 1, organizationId: owner.id, clauseKey: "clause-1" },
      ...{ reasonEn: word("contestEn"), reasonFr: word("contestFr"), ...signed },
      ...{ authorizedBy: word("contestAuthorizedBy", []), instrument: word("contestInstrument", []) },
    });
    // The first of two signatures is for the organization's own people.
    built.answers.push({
      ...{ ...answer, number: 2, kind: "signed_once", reservationEn: word("waitingEn", own), reservationFr: null },
      ...{ anchorEn: null, anchorFr: null, anchorClause: null, authorizedBy: "Board", instrument: "Resolution 7" },
    });
  };
  let planted: BuiltPoint | undefined;
  const point = await buildPoint({
    ...{ organization: owner, theme: await theme(), status: "cautioned", slug: word("slug"), title: word("title") },
    ...{ answers: [reservation, { organization: other, response: "object" }] },
    change: (built) => {
      change(built);
      planted = built;
    },
  });
  await plantAmendments({ canaries, owner, representative }, point);
  if (planted) await plantRounds(planted, { owner, word });
}

type Word = (column: string, readers?: readonly Observer[]) => string;

/** A mark that its own people and the convener read, and a round that was stopped by somebody who is not named. */
async function plantRounds(point: BuiltPoint, { owner, word }: { owner: { id: string }; word: Word }) {
  const rounds = noRounds();
  const at = new Date(Date.now() - 3_600_000);
  const by = point.versions[0]?.authorId ?? "";
  const signed = (name: string) => {
    const authority = { authorizedBy: word(`${name}AuthorizedBy`, []), instrument: word(`${name}Instrument`, []) };
    return { by, at, mandate: { ...authority, instrumentDate: at } };
  };
  const closesAt = new Date(at.getTime() + 200 * 3_600_000);
  const opened = {
    version: 1,
    state: "stopped",
    organizationId: owner.id,
    opensAt: at,
    closesAt,
    endedAt: at,
  } as const;
  const round = addRound(rounds, point, opened);
  const reasons = { reasonEn: word("objectionEn"), reasonFr: word("objectionFr") };
  const lift = { liftEn: word("objectionLiftEn"), liftFr: word("objectionLiftFr") };
  addObjection(rounds, round, { organizationId: owner.id, named: false, ...reasons, ...lift }, signed("objection"));
  const readers = [...own, "convener"] as const;
  const texts = { textEn: word("markEn", readers), textFr: word("markFr", readers) };
  const marked = { version: 1, clauseKey: "clause-1", organizationId: owner.id, mark: "needs_change" } as const;
  addMark(rounds, point, { ...marked, ...texts }, signed("mark"));
  await transact((tx) => insertRounds(tx, rounds));
}

const points = () =>
  [toWord("point", "slug"), toWord("point", "draft", "slug")].flatMap((id) => [
    { id },
    { id, asOf: networkDay(-1) },
    { id, asOf: networkDay(1) },
  ]);
const texts = () => [toWord("point", "slug"), toWord("point", "draft", "slug")].map((id) => ({ id, number: "1" }));

const handouts = () =>
  texts().flatMap(({ id }) => (["members", "public"] as const).map((audience) => ({ id, audience, version: "1" })));

export const part: CanaryPart = {
  columns: {
    ...amendmentColumns,
    "ClauseMark.authorizedBy": "planted",
    "ClauseMark.clauseKey": "kept",
    "ClauseMark.instrument": "planted",
    "ClauseMark.textEn": "planted",
    "ClauseMark.textFr": "planted",
    "EndorsementStep.anchorClause": "kept",
    "EndorsementStep.anchorEn": "planted",
    "EndorsementStep.anchorFr": "planted",
    "EndorsementStep.authorizedBy": "planted",
    "EndorsementStep.clauses": "kept",
    "EndorsementStep.digest": "kept",
    "EndorsementStep.instrument": "planted",
    "EndorsementStep.liftEn": "planted",
    "EndorsementStep.liftFr": "planted",
    "EndorsementStep.reasonEn": "planted",
    "EndorsementStep.reasonFr": "planted",
    "EndorsementStep.reservationEn": "planted",
    "EndorsementStep.reservationFr": "planted",
    "NoObjectionRound.digest": "kept",
    "RedLineNote.clauseKey": "kept",
    "ReservationJoin.authorizedBy": "planted",
    "ReservationJoin.instrument": "planted",
    "RoundObjection.authorizedBy": "planted",
    "RoundObjection.instrument": "planted",
    "RoundObjection.liftEn": "planted",
    "RoundObjection.liftFr": "planted",
    "RoundObjection.reasonEn": "planted",
    "RoundObjection.reasonFr": "planted",
    "TalkingPoint.audiences": "kept",
    "TalkingPoint.regimeAreas": "kept",
    "TalkingPoint.slug": "planted",
    "TalkingPointClause.addresseeEn": "planted",
    "TalkingPointClause.addresseeFr": "planted",
    "TalkingPointClause.en": "planted",
    "TalkingPointClause.folded": "planted",
    "TalkingPointClause.fr": "planted",
    "TalkingPointClause.key": "kept",
    "TalkingPointClause.locator": "planted",
    "TalkingPointClause.questionEn": "planted",
    "TalkingPointClause.questionFr": "planted",
    "TalkingPointClause.source": "planted",
    "TalkingPointParity.clauseKey": "kept",
    "TalkingPointParity.reasonEn": "planted",
    "TalkingPointParity.reasonFr": "planted",
    "TalkingPointStep.cautionEn": "planted",
    "TalkingPointStep.cautionFr": "planted",
    "TalkingPointStep.reasonEn": "planted",
    "TalkingPointStep.reasonFr": "planted",
    "TalkingPointTranslation.clauseKey": "kept",
    "TalkingPointTranslation.language": "kept",
    "TalkingPointVersion.digest": "kept",
    "TalkingPointVersion.editorialClauses": "kept",
    "TalkingPointVersion.folded": "planted",
    "TalkingPointVersion.summaryEn": "planted",
    "TalkingPointVersion.summaryFr": "planted",
    "TalkingPointVersion.titleEn": "planted",
    "TalkingPointVersion.titleFr": "planted",
    "VersionContest.authorizedBy": "planted",
    "VersionContest.clauseKey": "kept",
    "VersionContest.instrument": "planted",
    "VersionContest.reasonEn": "planted",
    "VersionContest.reasonFr": "planted",
  },
  addresses: {
    ...amendmentAddresses,
    "talkingPoints.get": points,
    "talkingPoints.marks.walkAway": () => texts().map(({ id }) => ({ id })),
    "talkingPoints.rounds.list": points,
    "talkingPoints.version": texts,
    "talkingPoints.files.speakingNotes": handouts,
    "talkingPoints.files.speakingNotesPdf": handouts,
    "talkingPoints.files.textPdf": handouts,
    "talkingPoints.files.textPlain": handouts,
    "talkingPoints.compare": () => texts().map(({ id }) => ({ id, from: "1", to: "1" })),
  },
  plantAtHome,
  plantForNetwork,
};
