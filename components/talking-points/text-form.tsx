"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import type { FormValues } from "@/components/forms/saved-values";
import { useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { Send } from "@/components/ui/icons";
import { ButtonLink } from "@/components/ui/link";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { summaryCharacters, titleCharacters } from "@/lib/talking-points/constants";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import { AboutFields, type AboutOptions } from "./about-fields";
import { ClauseList } from "./clause-list";
import { talkingPointHref } from "./talking-point-href";
import { TextConflict } from "./text-conflict";
import { emptyText, fieldInForm, proposeInput, valuesOfPoint, versionInput } from "./text-values";

type TextFormProps = {
  options: AboutOptions;
  /** Whose words are kept on this device. */
  writer: string;
  /** The point whose words are changed, and the lead that changes them; null for a new one. */
  point: TalkingPointDetail | null;
  lead: string;
  /** What a new point begins with, and under which name that is kept apart; an empty page unless given. */
  begun?: { name: string; values: FormValues } | undefined;
};

/** Writing a point, or other words for one. What is typed is kept on this device until it is sent. */
export function TextForm({ options, writer, point, lead, begun }: TextFormProps) {
  const t = useTranslations("talkingPoints.write");
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const place = `concerted:talking-point:${writer}:${point?.id ?? ["new", begun?.name].filter(Boolean).join(":")}`;
  const initial = point ? valuesOfPoint(point, lead) : (begun?.values ?? emptyText(lead));
  // With the number of the version that the typing began over: another one may be in force when it is sent.
  const saved = useAutosave<FormValues>(place, initial, point?.number ?? null);
  const { values, change } = saved;
  const overtaken = point !== null && (saved.version ?? point.number) !== point.number;
  const save = useMutation({
    mutationFn: () =>
      point
        ? api.talkingPoints.postVersion.call(versionInput(values, point.slug), {
            context: { ifMatch: point.version },
          })
        : api.talkingPoints.propose.call(proposeInput(values)),
    onSuccess: (now) => {
      saved.clear();
      showToast(t(point ? "posted" : values.open === "true" ? "proposed" : "drafted"));
      router.push(talkingPointHref(now.slug));
      router.refresh();
    },
    onError: (error) => {
      // What is in force now comes with the page; what was typed stays.
      if (readProblem(error).status === 412) router.refresh();
    },
  });
  const problem = readProblem(save.error);
  const mistakes = problem.mistakes.map((it) => ({ ...it, field: fieldInForm(it.field, values) }));
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const bind = { values, change, errorAt };
  const goOn = (over: FormValues) => {
    save.reset();
    saved.rebase(over, point?.number);
  };
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[1040px] gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending || overtaken) return;
        setAttempts(attempts + 1);
        save.mutate();
      }}
    >
      {saved.restored && <RestoredNotice text={t("restored")} drop={t("clear")} onDrop={() => saved.reset()} />}
      <FieldErrors errors={mistakes} attempt={attempts} />
      {point && <p className="notice notice-amber">{t("reopens", { count: countBehind(point) })}</p>}
      <BilingualField
        name="title"
        label={t("title")}
        hint={t("titleHint", { count: titleCharacters })}
        bind={bindLanguages("title", values, change)}
        maxLength={titleCharacters}
        required={false}
        errorAt={errorAt}
      />
      <ClauseList {...bind} sources={options.sources} offices={options.offices} editing={point} />
      <AboutFields {...bind} options={options} editing={point !== null} />
      {point && (
        <BilingualField
          name="summary"
          label={t("summary")}
          hint={t("summaryHint")}
          bind={bindLanguages("summary", values, change)}
          maxLength={summaryCharacters}
          required={false}
          errorAt={errorAt}
        />
      )}
      {overtaken && (
        <TextConflict
          theirs={point}
          mine={values}
          onMine={() => goOn(values)}
          onTheirs={() => goOn(valuesOfPoint(point, lead))}
        />
      )}
      {!overtaken && problem.status === 412 ? (
        <p role="alert" className="notice notice-amber">
          {t("conflict.changed")}
        </p>
      ) : (
        <ActionError error={overtaken ? null : save.error} onReread={save.reset} />
      )}
      <div className="actions act-bar">
        <Button
          type="submit"
          variant="primary"
          icon={<Send />}
          loading={save.isPending}
          reason={overtaken ? t("conflict.first") : undefined}
        >
          {point ? t("post", { number: point.number + 1 }) : t(values.open === "true" ? "propose" : "keepDraft")}
        </Button>
        <ButtonLink variant="text" href={point ? talkingPointHref(point.slug) : "/talking-points"}>
          {t("cancel")}
        </ButtonLink>
      </div>
      <p className="text-small text-ink-3">{t("kept")}</p>
    </form>
  );
}

/** Whoever answered to the words in force: other words ask each of them again, once. */
const countBehind = (point: TalkingPointDetail) => point.endorsements.filter((it) => it.current).length;
