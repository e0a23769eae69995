import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import type { FormValues } from "@/components/forms/saved-values";
import type { FieldMistake } from "@/components/ui/field-errors";
import { api } from "@/lib/api/client";
import { maxPaperBytes, type PaperLanguage } from "@/lib/briefings/schema.papers";

type HandIn = { slug: string; onDone: () => void };

/** Hands in a paper: what is wrong with a field is pointed at, and a file that is too large is not sent at all. */
export function useHandIn({ slug, onDone }: HandIn) {
  const t = useTranslations("papers.form");
  const [attempts, setAttempts] = useState(0);
  const [own, setOwn] = useState<FieldMistake[]>([]);
  const send = useMutation({
    mutationFn: ({ values, file }: { values: FormValues; file: File }) => {
      const { onBehalfOf = "", titleEn = "", titleFr = "", language, item } = values;
      const titles = { ...(titleEn.trim() && { titleEn }), ...(titleFr.trim() && { titleFr }) };
      return api.briefings.papers.add.call({
        params: { id: slug },
        query: {},
        body: { onBehalfOf, file, ...titles, language: language as PaperLanguage, ...(item && { item }) },
      });
    },
    onSuccess: onDone,
  });
  const attempt = (values: FormValues, file: File | null) => {
    if (send.isPending) return;
    setAttempts(attempts + 1);
    send.reset();
    const wrong: FieldMistake[] = [];
    if (!file) wrong.push({ field: "file", message: t("noFile") });
    if (file && file.size > maxPaperBytes) wrong.push({ field: "file", message: t("tooLarge") });
    setOwn(wrong);
    if (file && wrong.length === 0) send.mutate({ values, file });
  };
  // The form is one part of the request; its fields are named here as they are on the page.
  const told = readProblem(send.error).mistakes.map((it) => ({ ...it, field: it.field.replace(/^body\./, "") }));
  const { error, isPending: sending, reset } = send;
  return { attempt, attempts, mistakes: own.length > 0 ? own : told, error, sending, reset };
}
