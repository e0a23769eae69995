"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import { useAction } from "@/components/forms/use-action";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { api } from "@/lib/api/client";
import type { Reply } from "@/lib/talking-points/schema.comments";
import { closeDetails } from "./close-details";
import type { Speaking } from "./speaking";

type RewordFormProps = { comment: Reply; speaking: Speaking };

/** One's own words, changed while they are fresh, and corrected from then on. */
export function RewordForm({ comment, speaking: { point, writer } }: RewordFormProps) {
  const t = useTranslations("discussion");
  const form = useRef<HTMLFormElement>(null);
  const { id, language, text, corrections, viewer } = comment;
  const verb = viewer.editUntil ? "edit" : "correct";
  const saved = useAutosave(`concerted:reword:${writer}:${id}`, { text: corrections.at(-1)?.text ?? text });
  const reword = useAction(
    () => api.talkingPoints.comments[verb].call({ id: point, comment: id, text: saved.values.text }),
    () => {
      saved.reset({ text: saved.values.text });
      closeDetails(form.current);
      return t(`${verb}Done`);
    },
  );
  const mistake = readProblem(reword.error).mistakes.find(({ field }) => field === "text");
  return (
    <form
      ref={form}
      method="dialog"
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!reword.isPending) reword.mutate();
      }}
    >
      <p>{t(`${verb}Follows`)}</p>
      {saved.restored && <RestoredNotice text={t("restored")} drop={t("discard")} onDrop={() => saved.reset()} />}
      <TextArea
        {...bindField("text", saved.values, (_, value) => saved.change("text", value))}
        id={`reword-${id}`}
        label={t("text")}
        lang={language}
        error={mistake?.message}
      />
      <div>
        <Button type="submit" loading={reword.isPending}>
          {t(`${verb}Send`)}
        </Button>
      </div>
      <ActionError error={reword.error} onReread={reword.reset} />
    </form>
  );
}
