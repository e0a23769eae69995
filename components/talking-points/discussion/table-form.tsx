"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ChooseFile } from "@/components/forms/choose-file";
import { Button } from "@/components/ui/button";
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
      <ChooseFile
        ref={input}
        name="comment-table"
        accept=".xlsx"
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
