"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { summaryCharacters } from "@/lib/talking-points/constants";
import type { Consolidation } from "@/lib/talking-points/schema.consolidation";
import { talkingPointHref } from "./talking-point-href";
import { toBilingual } from "./to-bilingual";

type ConsolidateFormProps = Pick<Consolidation, "amendments" | "number" | "version" | "digest" | "obstacle"> & {
  point: string;
  onBehalfOf: string;
};

/** The one click that makes a version: of exactly the words that are shown above it, or of none. */
export function ConsolidateForm({
  point,
  onBehalfOf,
  amendments,
  number,
  version,
  digest,
  obstacle,
}: ConsolidateFormProps) {
  const t = useTranslations("amendments.desk");
  const router = useRouter();
  const [note, setNote] = useState({ en: "", fr: "" });
  const make = useMutation({
    mutationFn: () =>
      api.talkingPoints.amendments.consolidate.call(
        { id: point, onBehalfOf, amendments, note: toBilingual(note), ...(digest && { digest }) },
        { context: { ifMatch: version } },
      ),
    onSuccess: () => {
      showToast(t("made", { number }));
      router.push(talkingPointHref(point));
      router.refresh();
    },
  });
  const { mistakes } = readProblem(make.error);
  return (
    <form
      method="dialog"
      noValidate
      className="no-print grid max-w-[720px] gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!make.isPending && obstacle === null) make.mutate();
      }}
    >
      <FieldErrors errors={mistakes} />
      <BilingualField
        name="note"
        label={t("note")}
        rows={2}
        required={false}
        maxLength={summaryCharacters}
        bind={(language) => ({
          value: note[language],
          onChange: (event) => setNote({ ...note, [language]: event.target.value }),
        })}
        errorAt={(field) => mistakes.find((it) => it.field === field)?.message}
      />
      <div className="actions">
        <Button
          type="submit"
          variant="primary"
          loading={make.isPending}
          reason={obstacle ? t(`obstacle.${obstacle}`) : undefined}
        >
          {t("make", { number })}
        </Button>
      </div>
      <ActionError error={make.error} onReread={() => router.refresh()} />
    </form>
  );
}
