"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import type { FormValues } from "@/components/forms/saved-values";
import { useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { ButtonLink } from "@/components/ui/link";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { briefingHref, here } from "./briefing-href";
import { PlanFields, type PlanOptions } from "./plan-fields";
import { toChange, toPlan } from "./plan-values";
import { useBriefingTitle } from "./use-briefing-title";

type FrameFormProps = {
  options: PlanOptions;
  initial: FormValues;
  addable: readonly ("caucus" | "debrief")[];
  /** Whose form it is on this device. */
  writer: string;
  /** The meeting after which this one comes. */
  follows?: string | undefined;
  /** A meeting whose frame is changed, on the version that was read. */
  editing?: { slug: string; version: number } | undefined;
};

/** Plans a meeting, or changes the frame of one. What was typed stays on this device until it is sent. */
export function FrameForm({ options, initial, addable, writer, follows, editing }: FrameFormProps) {
  const t = useTranslations("briefings.form");
  const titleOf = useBriefingTitle();
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const key = `concerted:briefing:${writer}:${editing?.slug ?? follows ?? "new"}`;
  const saved = useAutosave<FormValues>(key, initial, editing?.version);
  const send = useMutation({
    mutationFn: () =>
      editing
        ? api.briefings.change.call(toChange(saved.values, initial, editing.slug), {
            context: { ifMatch: saved.version ?? editing.version },
          })
        : api.briefings.plan.call(toPlan(saved.values, follows ?? null)),
    onSuccess: (now) => {
      saved.clear();
      showToast(editing ? t("saved") : t("planned", { title: titleOf(now) }));
      router.push(briefingHref(now.slug));
      router.refresh();
    },
  });
  const { mistakes } = readProblem(send.error);
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[720px] gap-7 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        send.mutate();
      }}
    >
      {saved.restored && <RestoredNotice text={t("restored")} drop={t("clear")} onDrop={() => saved.reset()} />}
      <FieldErrors errors={mistakes} attempt={attempt} />
      <PlanFields
        values={saved.values}
        change={saved.change}
        errorAt={(field) => mistakes.find((it) => it.field === field)?.message}
        options={options}
        editing={editing !== undefined}
        addable={addable}
      />
      <div className="grid gap-3">
        <ActionError error={send.error} onReread={send.reset} />
        <div className="actions">
          <Button type="submit" variant="primary" loading={send.isPending}>
            {t(editing ? "save" : "plan")}
          </Button>
          <ButtonLink href={editing ? briefingHref(editing.slug) : here} variant="text">
            {t("back")}
          </ButtonLink>
        </div>
      </div>
    </form>
  );
}
