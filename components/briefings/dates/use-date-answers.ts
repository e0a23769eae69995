import { useMemo } from "react";
import { useAutosave } from "@/components/forms/use-autosave";
import { type DateAnswer, dateAnswers } from "@/lib/briefings/constants";
import type { ShownDate } from "./shown-date";

export type OwnAnswers = {
  answers: Record<string, DateAnswer | null>;
  note: string | null;
  version: number | null;
};

const toAnswer = (value: string | null | undefined): DateAnswer | null =>
  dateAnswers.find((it) => it === value) ?? null;

/** What is chosen and not sent yet, kept on this device: for a date as it was shown, so that a changed one begins anew. */
export function useDateAnswers(key: string, dates: readonly ShownDate[], own: OwnAnswers) {
  const fieldOf = (date: ShownDate) => `${date.id}.${date.revision}`;
  const shown = JSON.stringify([dates.map(fieldOf), own]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read, said in one text
  const initial = useMemo(() => {
    const said = dates.map((date) => [fieldOf(date), own.answers[date.id] ?? null]);
    return { ...Object.fromEntries(said), note: own.note ?? "" } as Record<string, string | null>;
  }, [shown]);
  const saved = useAutosave(`${key}:${own.version ?? 0}`, initial, own.version);
  const answers = Object.fromEntries(dates.map((date) => [date.id, toAnswer(saved.values[fieldOf(date)])]));
  const choose = (date: ShownDate, answer: DateAnswer | null) => saved.change(fieldOf(date), answer);
  const given = dates.flatMap((date) => {
    const answer = answers[date.id] ?? null;
    return answer ? [{ option: date.id, revision: date.revision, answer }] : [];
  });
  return {
    ...{ answers, choose, given, restored: saved.restored, clear: saved.clear },
    note: saved.values.note ?? "",
    changeNote: (note: string) => saved.change("note", note),
    drop: () => saved.reset(initial),
  };
}
export type DateAnswers = ReturnType<typeof useDateAnswers>;
