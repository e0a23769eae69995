"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { FileDrop } from "@/components/ui/file-drop";
import { Progress } from "@/components/ui/progress";
import { showToast } from "@/components/ui/toast";
import { ImportPreview } from "./import-preview";
import { useImport } from "./use-import";

type ImportFormProps = { organization: string; name: string };

/** Choose a file, read what would become of it, write its drafts. Nothing is written before every row was named. */
export function ImportForm({ organization, name }: ImportFormProps) {
  const t = useTranslations("positions.import");
  const input = useRef<HTMLInputElement>(null);
  const work = useImport(organization, (count) => showToast(t("applied", { count, organization: name })));
  const { preview, reading, writing, error, done } = work;
  const problem = error ? readProblem(error) : null;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) work.read(file);
  };
  const again = () => {
    work.forget();
    // The same file, mended, is chosen anew: a browser tells of no change otherwise.
    if (input.current) input.current.value = "";
    input.current?.focus();
  };
  const counts = preview?.answer.counts;
  const drafts = counts ? counts.new + counts.changed : 0;
  const obstacle = !counts
    ? undefined
    : counts.refused > 0
      ? t("refusedFirst")
      : drafts === 0
        ? t("nothing")
        : undefined;
  return (
    <div className="grid gap-5">
      <FileDrop
        ref={input}
        name="import-file"
        label={t("choose")}
        hint={t("hint")}
        accept=".csv,.xlsx,text/csv"
        onChange={choose}
        error={undefined}
      />
      {reading && (
        <p role="status" className="text-ink-2">
          {t("reading")}
        </p>
      )}
      {problem && (
        <ErrorBlock
          live
          title={problem.detail ?? t("offline")}
          actions={<Button onClick={again}>{t("another")}</Button>}
        >
          {problem.mistakes.map(({ message }) => message).join(" ")}
        </ErrorBlock>
      )}
      {preview && (
        <ImportPreview answer={preview.answer} file={preview.file.name}>
          {writing ? (
            <Progress label={t("writing")} done={done} total={drafts} />
          ) : (
            <div className="actions act-bar">
              <Button variant="primary" reason={obstacle} onClick={work.apply}>
                {t("apply", { count: drafts, organization: name })}
              </Button>
              <Button variant="text" onClick={again}>
                {t("another")}
              </Button>
            </div>
          )}
        </ImportPreview>
      )}
    </div>
  );
}
