import type { EndorsementResponse } from "./constants";
import type { AnswerCounts } from "./schema";

type Answered = { response: EndorsementResponse; current: boolean };

/** Answers to the words in force, by kind. Those to earlier words are counted apart, and whoever is silent has not answered. */
export function countAnswers(answers: Iterable<Answered>, members: number): AnswerCounts {
  const counts = { endorse: 0, endorse_with_reservation: 0, stand_aside: 0, object: 0, to_confirm: 0 };
  let given = 0;
  for (const { response, current } of answers) {
    given++;
    counts[current ? response : "to_confirm"]++;
  }
  return { ...counts, not_answered: members - given };
}
