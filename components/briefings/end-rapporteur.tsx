"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { Rapporteur } from "@/lib/briefings/schema.rapporteurs";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { ConfirmDialog } from "../forms/confirm-dialog";
import { occasionIn } from "./group-rapporteurs";

type EndRapporteurProps = { rapporteur: Rapporteur; commitNow: boolean };

/** Lays down what one was to record, or ends it as the convener. */
export function EndRapporteur({ rapporteur: { id, name, occasion, viewer }, commitNow }: EndRapporteurProps) {
  const t = useTranslations("briefings.rapporteurs");
  const locale = useLocale();
  const router = useRouter();
  const occasionText = { occasion: occasionIn(occasion, locale).text, name: name ?? t("unknown") };
  const end = useMutation(
    api.convening.rapporteurs.end.mutationOptions({
      onSuccess: () => {
        showToast(t("end.done", occasionText));
        router.refresh();
      },
    }),
  );
  return (
    <ConfirmDialog
      verb={viewer.self ? t("end.own") : t("end.verb")}
      label={t("end.label", occasionText)}
      title={t("end.title", occasionText)}
      button={t("end.button")}
      commitNow={commitNow}
      act={end}
      onConfirm={(close) => end.mutate({ id }, { onSuccess: close })}
    >
      <p>{viewer.self ? t("end.textOwn", occasionText) : t("end.text", occasionText)}</p>
    </ConfirmDialog>
  );
}
