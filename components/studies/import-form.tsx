"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { FieldErrors } from "@/components/ui/field-errors";
import { FileDrop } from "@/components/ui/file-drop";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { listings } from "@/lib/studies/schema";
import { ImportNotes } from "./import-notes";

const files = ["votes", "comments", "summary"] as const;
const texts = ["titleEn", "titleFr", "source"] as const;

/** A file input that holds nothing gives an empty file. */
const fileIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return value instanceof File && value.size > 0 ? value : undefined;
};

function toInput(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim() || undefined;
  return {
    votes: fileIn(form, "votes") ?? new File([], "participant-votes.csv"),
    comments: fileIn(form, "comments"),
    summary: fileIn(form, "summary"),
    titleEn: text("titleEn"),
    titleFr: text("titleFr"),
    source: text("source"),
    language: form.get("language") === "fr" ? ("fr" as const) : ("en" as const),
    listing: form.get("listing") === "public" ? ("public" as const) : ("network" as const),
  };
}

/** Uncontrolled, so that whatever is refused stays as it was typed and chosen. */
export function ImportForm() {
  const t = useTranslations("studies.import");
  const locale = useLocale();
  const router = useRouter();
  const [attempt, setAttempt] = useState(0);
  const add = useMutation({
    mutationFn: (form: FormData) => api.studies.import.call(toInput(form)),
    onSuccess: ({ slug, notes }) => {
      if (notes.length > 0) return;
      showToast(t("added"));
      router.push(`/studies/${slug}`);
    },
  });
  const problem = add.error ? readProblem(add.error) : null;
  const mistakes = problem?.mistakes ?? [];
  const errorOf = (name: string) => mistakes.find(({ field }) => field === name)?.message;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    add.mutate(new FormData(event.currentTarget));
  };
  if (add.data && add.data.notes.length > 0) return <ImportNotes slug={add.data.slug} notes={add.data.notes} />;
  return (
    <form noValidate className="grid max-w-[720px] gap-6 pt-2" onSubmit={submit}>
      <FieldErrors errors={mistakes} attempt={attempt} />
      {files.map((name) => (
        <FileDrop
          key={name}
          name={name}
          label={t(name)}
          hint={t(`${name}Hint`)}
          optional={name !== "votes"}
          accept={name === "summary" ? ".csv,.json,text/csv" : ".csv,text/csv"}
          error={errorOf(name)}
        />
      ))}
      {texts.map((name) => (
        <TextField key={name} name={name} label={t(name)} optional maxLength={300} error={errorOf(name)} />
      ))}
      <Select
        name="language"
        label={t("language")}
        defaultValue={locale}
        options={(["en", "fr"] as const).map((value) => ({ value, label: t(value) }))}
        error={undefined}
      />
      <RadioCards
        name="listing"
        label={t("listing")}
        defaultValue="network"
        cards={listings.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
      />
      {problem && mistakes.length === 0 && (
        <ErrorBlock live title={problem.detail ?? t("offline")}>
          {problem.detail && t("failed")}
        </ErrorBlock>
      )}
      {add.isPending && (
        <p role="status" className="text-ink-2">
          {t("reading")}
        </p>
      )}
      <div className="actions">
        <Button type="submit" variant="primary" loading={add.isPending}>
          {t("do")}
        </Button>
      </div>
    </form>
  );
}
