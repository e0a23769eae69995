import { type DateAnswer, dateAnswers } from "@/lib/briefings/constants";

/** By the first letters of both languages: yes and oui, if need be and au besoin, no and non. */
const letters: Record<string, DateAnswer | null> = {
  y: "yes",
  o: "yes",
  i: "if_need_be",
  b: "if_need_be",
  n: "no",
  delete: null,
  backspace: null,
};

/** What a key answers; undefined where it answers nothing. */
export const answerOf = (key: string): DateAnswer | null | undefined => letters[key.toLowerCase()];

/** A press goes on to the next answer, and after the last one back to none. */
export const nextAnswer = (answer: DateAnswer | null): DateAnswer | null =>
  dateAnswers[answer === null ? 0 : dateAnswers.indexOf(answer) + 1] ?? null;
