"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ChooseFile } from "@/components/forms/choose-file";
import { Button } from "@/components/ui/button";
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
      <ChooseFile
        ref={input}
        name="import-file"
        accept=".csv,.xlsx,text/csv"
        texts={{
          ...{ choose: t("choose"), hint: t("hint"), reading: t("reading") },
          ...{ offline: t("offline"), another: t("another") },
        }}
        reading={reading}
        error={error}
        onFile={(file) => work.read(file)}
        onAgain={again}
      />
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
