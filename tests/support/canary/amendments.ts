import { db } from "@/lib/platform/db/client";
import { buildAmendment } from "@/tests/support/build-amendments";
import { inNetwork, type Observer, own, toWord } from "./canaries";
import type { CanaryPart, Planting } from "./part";

/** Their ids, so that the sweeps find them at their own addresses. */
export const plantedAmendments = {
  words: "a3e1c7a0-5d0e-4c0b-9a55-000000000001",
  everywhere: "a3e1c7a0-5d0e-4c0b-9a55-000000000002",
  whole: "a3e1c7a0-5d0e-4c0b-9a55-000000000003",
  draft: "a3e1c7a0-5d0e-4c0b-9a55-000000000004",
};

/** Amendments of every shape that the network reads, with their handling and answer; and a draft for its own people. */
export async function plantAmendments({ canaries, owner }: Planting, point: { id: string }) {
  const word = (column: string, readers: readonly Observer[] = inNetwork) => canaries.for(readers, "amendment", column);
  const reasons = () => ({ summaryEn: word("summaryEn"), reasonEn: word("reasonEn"), reasonFr: word("reasonFr") });
  const about = { point, organization: owner };
  await buildAmendment({
    ...{
      id: plantedAmendments.words,
      ...about,
      ...reasons(),
      summaryFr: word("summaryFr"),
      kind: "words",
      clauseKey: "clause-1",
      handledBy: owner,
    },
    ...{ wordsEn: word("wordsEn"), wordsFr: word("wordsFr") },
    ...{ questionEn: word("questionEn"), questionFr: word("questionFr"), handling: "accept_with_changes" },
    change: ({ steps }) => {
      const [opened, handled] = steps;
      Object.assign(handled ?? {}, {
        ...{
          wordsEn: word("changedEn"),
          wordsFr: word("changedFr"),
          questionEn: word("askedEn"),
          questionFr: word("askedFr"),
        },
        ...{ reasonEn: word("handlingEn"), reasonFr: word("handlingFr") },
      });
      if (!opened) throw new Error("it was not opened");
      const answered = { ...opened, number: 3, kind: "answered" as const, agrees: true };
      steps.push({ ...answered, reasonEn: word("answerEn"), reasonFr: word("answerFr") });
    },
  });
  await buildAmendment({
    ...{
      id: plantedAmendments.everywhere,
      ...about,
      kind: "everywhere",
      summaryEn: word("everywhere"),
      reasonEn: word("because"),
    },
    ...{ findEn: word("findEn"), wordsEn: word("insteadEn"), findFr: word("findFr"), wordsFr: word("insteadFr") },
  });
  const item = await db.libraryItem.findFirstOrThrow();
  await buildAmendment({
    ...{ id: plantedAmendments.whole, ...about, kind: "whole", summaryEn: word("whole"), reasonEn: word("why") },
    ...{ titleEn: word("titleEn"), titleFr: word("titleFr") },
    clauses: [
      {
        ...{
          kind: "proof",
          en: word("clauseEn"),
          fr: word("clauseFr"),
          libraryItemId: item.id,
          locator: word("locator"),
        },
        ...{ questionEn: word("clauseQuestionEn"), questionFr: word("clauseQuestionFr") },
      },
    ],
  });
  await buildAmendment({
    ...{
      id: plantedAmendments.draft,
      ...about,
      draft: true,
      kind: "words",
      clauseKey: "clause-1",
      wordsEn: word("draftEn", own),
    },
    ...{ wordsFr: word("draftFr", own), summaryEn: word("draftSummary", own), reasonEn: word("draftReason", own) },
  });
}

const ids = () => [toWord("point", "slug"), toWord("point", "draft", "slug")].map((id) => ({ id }));

export const amendmentAddresses: NonNullable<CanaryPart["addresses"]> = {
  "talkingPoints.amendments.list": ids,
  "talkingPoints.amendments.get": () =>
    Object.values(plantedAmendments).map((amendment) => ({ id: toWord("point", "slug"), amendment })),
  "talkingPoints.amendments.preview": ids,
};

export const amendmentColumns: CanaryPart["columns"] = {
  "Amendment.afterKey": "kept",
  "Amendment.clauseKey": "kept",
  "Amendment.findEn": "planted",
  "Amendment.findFr": "planted",
  "Amendment.questionEn": "planted",
  "Amendment.questionFr": "planted",
  "Amendment.reasonEn": "planted",
  "Amendment.reasonFr": "planted",
  "Amendment.summaryEn": "planted",
  "Amendment.summaryFr": "planted",
  "Amendment.titleEn": "planted",
  "Amendment.titleFr": "planted",
  "Amendment.wordsEn": "planted",
  "Amendment.wordsFr": "planted",
  "AmendmentClause.en": "planted",
  "AmendmentClause.fr": "planted",
  "AmendmentClause.key": "kept",
  "AmendmentClause.locator": "planted",
  "AmendmentClause.questionEn": "planted",
  "AmendmentClause.questionFr": "planted",
  "AmendmentStep.questionEn": "planted",
  "AmendmentStep.questionFr": "planted",
  "AmendmentStep.reasonEn": "planted",
  "AmendmentStep.reasonFr": "planted",
  "AmendmentStep.wordsEn": "planted",
  "AmendmentStep.wordsFr": "planted",
};
