"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState } from "react";
import { ChooseFile } from "@/components/forms/choose-file";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/toast";
import { MarkedPreview } from "./marked-preview";
import { useMarked } from "./use-marked";

type MarkedFormProps = { slug: string; organizations: { value: string; label: string }[] };

/** Choose a marked file, read what each change would become, store what is left chosen. */
export function MarkedForm({ slug, organizations }: MarkedFormProps) {
  const t = useTranslations("word.page");
  const input = useRef<HTMLInputElement>(null);
  const [onBehalfOf, setOnBehalfOf] = useState(organizations[0]?.value ?? "");
  const work = useMarked(slug, (counts) => showToast(t("stored", counts)));
  const { preview, reading, storing, error, leftOut } = work;
  const again = () => {
    work.forget();
    // The same file, mended, is chosen anew: a browser tells of no change otherwise.
    if (input.current) input.current.value = "";
    input.current?.focus();
  };
  const taken =
    preview?.answer.rows.filter(({ row, what }) => what !== "unplaced" && what !== "already" && !leftOut.has(row))
      .length ?? 0;
  return (
    <div className="mt-4 grid gap-5">
      {organizations.length > 1 && (
        <Select
          name="marked-organization"
          label={t("organization")}
          options={organizations}
          value={onBehalfOf}
          onChange={(event: ChangeEvent<HTMLSelectElement>) => {
            setOnBehalfOf(event.target.value);
            again();
          }}
        />
      )}
      <ChooseFile
        ref={input}
        name="marked-file"
        accept=".docx"
        texts={{
          ...{ choose: t("choose"), hint: t("hint"), reading: t("reading") },
          ...{ offline: t("offline"), another: t("another") },
        }}
        reading={reading}
        error={error}
        onFile={(file) => work.read(file, onBehalfOf)}
        onAgain={again}
      />
      {preview && (
        <MarkedPreview
          point={slug}
          answer={preview.answer}
          file={preview.file.name}
          leftOut={leftOut}
          onChoose={work.choose}
        >
          <div className="actions act-bar">
            <Button
              variant="primary"
              loading={storing}
              reason={taken === 0 ? t("nothing") : undefined}
              onClick={work.store}
            >
              {t("store", { count: taken })}
            </Button>
            <Button variant="text" onClick={again}>
              {t("another")}
            </Button>
          </div>
        </MarkedPreview>
      )}
    </div>
  );
}
