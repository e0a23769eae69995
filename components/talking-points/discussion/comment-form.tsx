"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import { useAction } from "@/components/forms/use-action";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/lib/api/client";
import { closeDetails } from "./close-details";
import { readSelection } from "./read-selection";
import type { Speaking } from "./speaking";

type CommentTarget = { version: number; clause?: string; amendment?: string } | { replyTo: string };
type CommentFormProps = { speaking: Speaking; target: CommentTarget };

const keyOf = (target: CommentTarget) =>
  "replyTo" in target ? target.replyTo : (target.amendment ?? target.clause ?? `version-${target.version}`);

/** A remark or a reply, in one language, with the words it is about where there are any. */
export function CommentForm({ speaking, target }: CommentFormProps) {
  const t = useTranslations("discussion");
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const { point, writer, organizations } = speaking;
  const name = keyOf(target);
  const at = (field: string) => `comment-${name}-${field}`;
  const initial = { organization: organizations[0]?.value ?? "", language: locale as string, quote: "", text: "" };
  const saved = useAutosave(`concerted:comment:${writer}:${point}:${name}`, initial);
  const { values } = saved;
  const bind = (field: keyof typeof initial) => ({
    ...bindField(field, values, (_, value) => saved.change(field, value)),
    id: at(field),
    error: mistakes.find((it) => it.field === field)?.message,
  });
  const say = useAction(
    () =>
      api.talkingPoints.comments.post.call({
        ...{ id: point, onBehalfOf: values.organization, ...target, text: values.text },
        ...{ language: values.language === "en" ? "en" : "fr", ...(values.quote && { quote: values.quote }) },
      }),
    () => {
      saved.reset();
      closeDetails(form.current);
      return t("posted");
    },
  );
  const { mistakes } = readProblem(say.error);
  const takeSelection = () => {
    const selected = readSelection();
    if (!selected) return;
    saved.change("quote", selected.text);
    if (selected.language) saved.change("language", selected.language);
  };
  const quotes = "replyTo" in target || target.clause !== undefined || target.amendment !== undefined;
  return (
    <form
      ref={form}
      method="dialog"
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!say.isPending) say.mutate();
      }}
    >
      {saved.restored && <RestoredNotice text={t("restored")} drop={t("discard")} onDrop={() => saved.reset()} />}
      <FieldErrors errors={mistakes.map(({ field, message }) => ({ field: at(field), message }))} />
      {organizations.length > 1 && (
        <Select {...bind("organization")} label={t("organization")} options={organizations} />
      )}
      <TextArea {...bind("text")} label={t("text")} lang={values.language} />
      <Select
        {...bind("language")}
        label={t("language")}
        options={[
          { value: "en", label: t("english") },
          { value: "fr", label: t("french") },
        ]}
      />
      {quotes && (
        <div className="grid gap-1">
          <TextField {...bind("quote")} label={t("quote")} hint={t("quoteHint")} lang={values.language} optional />
          <Button small variant="text" className="-ml-2.5 justify-self-start" onClick={takeSelection}>
            {t("takeSelection")}
          </Button>
        </div>
      )}
      <div>
        <Button type="submit" loading={say.isPending}>
          {t("send")}
        </Button>
      </div>
      <ActionError error={say.error} onReread={say.reset} />
    </form>
  );
}
