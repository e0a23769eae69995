"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { type Parity, parities } from "@/lib/proposals/schema";

type JudgeParityProps = { id: string; version: number; parity: Parity };

/** The convener says whether both languages say the same, and which words part them. */
export function JudgeParity({ id, version, parity: standing }: JudgeParityProps) {
  const t = useTranslations("proposals.judge");
  const names = useTranslations("proposals.parity");
  const router = useRouter();
  const { values, change, reset } = useAutosave<FormValues>(`concerted:parity:${id}`, { parity: standing, note: "" });
  const chosen = parities.find((it) => it === values.parity) ?? standing;
  const note = (values.note ?? "").trim();
  const act = useMutation({
    mutationFn: () =>
      api.proposals.judge.call({ id, parity: chosen, ...(note && { note }) }, { context: { ifMatch: version } }),
    onSuccess: () => {
      showToast(t("saved"));
      reset({ parity: chosen, note: "" });
      router.refresh();
    },
  });
  const cards = parities.map((value) => ({ value, label: names(value), hint: t(`meaning.${value}`) }));
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-measure gap-5 pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!act.isPending) act.mutate();
      }}
    >
      <p className="text-ink-2">{t("lede")}</p>
      <RadioCards
        name="parity"
        label={t("parity")}
        cards={cards}
        value={chosen}
        onChange={(value) => change("parity", value)}
      />
      {chosen !== "equal" && (
        <TextArea
          label={t("note")}
          hint={t("noteHint")}
          optional
          rows={2}
          error={readProblem(act.error).mistakes.find((it) => it.field === "note")?.message}
          {...bindField("note", values, change)}
        />
      )}
      <div className="actions">
        <Button
          type="submit"
          loading={act.isPending}
          reason={chosen === standing && note === "" ? t("same") : undefined}
        >
          {t("save")}
        </Button>
      </div>
      <ActionError error={act.error} onReread={act.reset} />
    </form>
  );
}
