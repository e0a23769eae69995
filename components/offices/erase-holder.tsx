"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { useAction } from "@/components/forms/use-action";
import { api } from "@/lib/api/client";

type EraseHolderProps = { slug: string; version: number; holder: string; name: string; commitNow: boolean };

/** The convener takes a name out for good; everything that follows is said before. */
export function EraseHolder({ slug, version, holder, name, commitNow }: EraseHolderProps) {
  const t = useTranslations("offices.holder");
  const act = useAction(
    () => api.offices.eraseHolder.call({ slug, holder }, { context: { ifMatch: version } }),
    () => t("erased"),
  );
  return (
    <ConfirmDialog
      verb={t("erase")}
      label={t("eraseLabel", { name })}
      title={t("eraseTitle")}
      button={t("eraseButton")}
      commitNow={commitNow}
      act={act}
      onConfirm={(close) => act.mutate(undefined, { onSuccess: close })}
    >
      <p>{t("eraseText", { name })}</p>
      <p>{t("eraseBackups")}</p>
    </ConfirmDialog>
  );
}
