"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { useAction } from "@/components/forms/use-action";
import { api } from "@/lib/api/client";

type CloseOfficeProps = { slug: string; version: number; commitNow: boolean };

/** The convener closes an office that is no more. */
export function CloseOffice({ slug, version, commitNow }: CloseOfficeProps) {
  const t = useTranslations("offices.close");
  const act = useAction(
    () => api.offices.close.call({ slug }, { context: { ifMatch: version } }),
    () => t("done"),
  );
  return (
    <ConfirmDialog
      verb={t("verb")}
      label={t("label")}
      title={t("title")}
      button={t("button")}
      commitNow={commitNow}
      act={act}
      onConfirm={(close) => act.mutate(undefined, { onSuccess: close })}
    >
      <p>{t("text")}</p>
    </ConfirmDialog>
  );
}
