import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import type { FieldMistake } from "@/components/ui/field-errors";
import { api } from "@/lib/api/client";
import type { Position, PositionKey } from "@/lib/positions/schema";
import { type DraftValues, toDraftInput } from "./draft-values";

type Saving = {
  positionKey: PositionKey;
  /** The version for If-Match; null before anything was recorded. */
  version: number | null;
  onSaved: (saved: Position) => void;
};

/** Saving, what is wrong with the fields, and what to do when somebody else saved first. */
export function useDraftSaving({ positionKey, version, onSaved }: Saving) {
  const t = useTranslations("positions.form");
  const [mistakes, setMistakes] = useState<FieldMistake[]>([]);
  const [theirs, setTheirs] = useState<Position | null>(null);

  const save = useMutation({
    mutationFn: ({ values, over = version }: { values: DraftValues; over?: number | null }) => {
      const { stance } = values;
      if (!stance) throw new Error("a draft without a stance is not sent");
      return api.positions.saveDraft.call(
        { ...positionKey, ...toDraftInput({ ...values, stance }) },
        { context: over === null ? { ifNoneMatch: true } : { ifMatch: over } },
      );
    },
    onSuccess: (saved) => {
      setTheirs(null);
      onSaved(saved);
    },
    onError: async (error) => {
      const problem = readProblem(error);
      setMistakes(problem.mistakes);
      if (problem.status === 412) setTheirs(await api.positions.get.call(positionKey).catch(() => null));
    },
  });

  const attempt = (values: DraftValues, over?: number) => {
    const found: FieldMistake[] = [];
    if (!values.stance) found.push({ field: "stance", message: t("stanceMissing") });
    const reserved = values.stance === "support_with_reservation";
    if (reserved && !values.reservationEn.trim() && !values.reservationFr.trim()) {
      found.push({ field: "reservation", message: t("reservationMissing") });
    }
    setMistakes(found);
    if (found.length === 0 && !save.isPending) save.mutate({ values, ...(over !== undefined && { over }) });
  };

  // No answer came: the line was cut, or the server is away.
  const unsent = save.error !== null && readProblem(save.error).status === null;
  return {
    ...{ attempt, mistakes, theirs, unsent },
    dismiss: () => setTheirs(null),
    error: save.error,
    saving: save.isPending,
    again: (values: DraftValues) => attempt(values, save.variables?.over ?? undefined),
  };
}
