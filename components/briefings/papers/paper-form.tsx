"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { FileDrop } from "@/components/ui/file-drop";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import { paperLanguages, paperTitleCharacters } from "@/lib/briefings/schema.papers";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { PapersFacts } from "./load-papers";
import { useFileSize } from "./use-file-size";
import { useHandIn } from "./use-hand-in";

type PaperFormProps = Pick<PapersFacts, "slug" | "agenda" | "writer"> & {
  organizations: PapersFacts["viewer"]["organizations"];
};

/** Hands in a paper for a meeting or for one of its items. What is typed is kept; a browser gives a file only once. */
export function PaperForm({ slug, agenda, writer, organizations }: PaperFormProps) {
  const t = useTranslations("papers.form");
  const page = useTranslations("papers.page");
  const locale = useLocale();
  const router = useRouter();
  const size = useFileSize();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const initial = { onBehalfOf: organizations[0]?.slug ?? "", titleEn: "", titleFr: "", language: locale, item: "" };
  const { values, change, reset } = useAutosave<FormValues>(`concerted:paper:${writer}:${slug}`, initial);
  const work = useHandIn({
    slug,
    onDone: () => {
      reset();
      setFile(null);
      if (input.current) input.current.value = "";
      showToast(t("done"));
      router.refresh();
    },
  });
  const { mistakes } = work;
  const errorAt = (name: string) => mistakes.find((it) => it.field === name)?.message;
  const field = (name: string) => ({ ...bindField(name, values, change), error: errorAt(name) });
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[640px] gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        work.attempt(values, file);
      }}
    >
      <FieldErrors errors={mistakes} attempt={work.attempts} />
      {organizations.length > 1 && (
        <Select
          label={t("organization")}
          options={organizations.map((it) => ({ value: it.slug, label: it.name[locale] }))}
          {...field("onBehalfOf")}
        />
      )}
      <TextField
        label={t("titleEn")}
        hint={t("titleHint")}
        lang="en"
        maxLength={paperTitleCharacters}
        {...field("titleEn")}
      />
      <TextField label={t("titleFr")} lang="fr" maxLength={paperTitleCharacters} {...field("titleFr")} />
      <Select
        label={t("language")}
        options={paperLanguages.map((value) => ({ value, label: page(`language.${value}`) }))}
        {...field("language")}
      />
      {agenda.length > 0 && (
        <Select
          label={t("about")}
          options={[
            { value: "", label: t("meeting") },
            ...agenda.map(({ id, number, title }) => ({
              value: id,
              label: page("item", { number, title: pickLanguage(title, locale)?.text ?? page("untitled") }),
            })),
          ]}
          {...field("item")}
        />
      )}
      <FileDrop
        ref={input}
        name="file"
        label={t("file")}
        hint={t("fileHint")}
        accept=".pdf,.docx,.txt"
        error={errorAt("file")}
        onChange={(event: ChangeEvent<HTMLInputElement>) => setFile(event.target.files?.[0] ?? null)}
      >
        {file && (
          <span className="text-small text-ink-2">{t("chosen", { name: file.name, size: size(file.size) })}</span>
        )}
      </FileDrop>
      <ActionError error={work.error} onReread={work.reset} />
      <div className="actions">
        <Button type="submit" variant="primary" loading={work.sending}>
          {t("button")}
        </Button>
      </div>
      <p className="text-small text-ink-3">{t("kept")}</p>
    </form>
  );
}
