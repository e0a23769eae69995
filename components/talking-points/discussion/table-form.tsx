"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { FileDrop } from "@/components/ui/file-drop";
import { showToast } from "@/components/ui/toast";
import { TablePreview } from "./table-preview";
import { useCommentTable } from "./use-comment-table";

type TableFormProps = { point: string; organization: string; name: string };

/** Choose the table, read what would become of each row, send it. Nothing is sent before every row was named. */
export function TableForm({ point, organization, name }: TableFormProps) {
  const t = useTranslations("discussion.table");
  const input = useRef<HTMLInputElement>(null);
  const work = useCommentTable(point, organization, (sent) => showToast(t("sent", sent)));
  const { preview, reading, sending, error } = work;
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
  const news = counts ? counts.comment + counts.amendment : 0;
  const obstacle = counts && (counts.refused > 0 ? t("refusedFirst") : news === 0 ? t("nothing") : undefined);
  return (
    <div className="grid gap-5">
      <FileDrop
        ref={input}
        name="comment-table"
        label={t("choose")}
        hint={t("hint")}
        accept=".xlsx"
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
        <TablePreview answer={preview.answer} file={preview.file.name}>
          <p className="max-w-[64ch]">{t("follows", { organization: name })}</p>
          <div className="actions act-bar">
            <Button variant="primary" reason={obstacle} loading={sending} onClick={work.send}>
              {t("send", { organization: name })}
            </Button>
            <Button variant="text" onClick={again}>
              {t("another")}
            </Button>
          </div>
        </TablePreview>
      )}
    </div>
  );
}
