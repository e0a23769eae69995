"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { type Option, Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import { type Handling, handlings } from "@/lib/talking-points/constants";
import type { Amendment } from "@/lib/talking-points/schema.amendments";
import { toBilingual } from "./to-bilingual";

type Pair = { en: string | null; fr: string | null };
type HandleAmendmentProps = {
  point: string;
  amendment: string;
  /** The lead that proposes it, and who is asked about it. */
  onBehalfOf: string;
  amender: string;
  /** Whether other words can be given to it, and whether a question is among them. */
  changeable: boolean;
  asks: boolean;
  handling: Amendment["handling"];
  words: Pair | null;
  others: readonly Option[];
};

const typed = (text: Pair | null | undefined) => ({ en: text?.en ?? "", fr: text?.fr ?? "" });

/** The lead says what it would do with an amendment; nothing is published by that. */
export function HandleAmendment(props: HandleAmendmentProps) {
  const { point, amendment, onBehalfOf, amender, changeable, asks, handling, others } = props;
  const t = useTranslations("amendments.act");
  const [choice, setChoice] = useState<Handling>(handling?.handling ?? "accept");
  const [words, setWords] = useState(typed(handling?.words ?? props.words));
  const [question, setQuestion] = useState(typed(handling?.question));
  const [reason, setReason] = useState(typed(handling?.reason));
  const [by, setBy] = useState(handling?.supersededBy?.id ?? others[0]?.value ?? "");
  const changes = choice === "accept_with_changes";
  const act = useAction(
    () =>
      api.talkingPoints.amendments.handle.call({
        ...{ id: point, amendment, onBehalfOf, handling: choice, reason: toBilingual(reason) },
        ...(changes && { words: toBilingual(words) }),
        ...(changes && asks && { question: toBilingual(question) }),
        ...(choice === "superseded_by" && { supersededBy: by }),
      }),
    () => t("sent", { organization: amender }),
  );
  const { mistakes } = readProblem(act.error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const id = (name: string) => `${amendment}-${name}`;
  const bind =
    (text: { en: string; fr: string }, set: (next: { en: string; fr: string }) => void) => (language: "en" | "fr") => ({
      value: text[language],
      onChange: (event: { target: { value: string } }) => set({ ...text, [language]: event.target.value }),
    });
  const offered = handlings
    .filter((it) => changeable || it !== "accept_with_changes")
    .filter((it) => others.length > 0 || it !== "superseded_by");
  const field = { required: false, errorAt } as const;
  return (
    <form
      method="dialog"
      noValidate
      className="no-print grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!act.isPending) act.mutate();
      }}
    >
      <FieldErrors errors={mistakes} />
      <Select
        name={id("handling")}
        label={t("handling")}
        options={offered.map((value) => ({ value, label: t(`options.${value}`) }))}
        value={choice}
        onChange={(event) => setChoice(event.target.value as Handling)}
        error={errorAt("handling")}
      />
      {changes && (
        <BilingualField
          {...field}
          name="words"
          id={id("words")}
          label={t("wording")}
          rows={3}
          words
          bind={bind(words, setWords)}
        />
      )}
      {changes && asks && (
        <BilingualField
          {...field}
          name="question"
          id={id("question")}
          label={t("question")}
          bind={bind(question, setQuestion)}
        />
      )}
      {choice === "superseded_by" && (
        <Select
          name={id("by")}
          label={t("supersededBy")}
          options={others}
          value={by}
          onChange={(event) => setBy(event.target.value)}
          error={errorAt("supersededBy")}
        />
      )}
      <BilingualField
        {...field}
        name="reason"
        id={id("reason")}
        label={t("reason")}
        rows={2}
        bind={bind(reason, setReason)}
      />
      <div>
        <Button type="submit" loading={act.isPending}>
          {t("send", { organization: amender })}
        </Button>
      </div>
      <ActionError error={act.error} onReread={act.reset} />
    </form>
  );
}
