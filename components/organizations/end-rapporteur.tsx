"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { tell } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { Rapporteur } from "@/lib/organizations/schema.rapporteurs";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { EndingDialog } from "./ending-dialog";
import { occasionIn } from "./rapporteurs";

type EndRapporteurProps = { rapporteur: Rapporteur; commitNow: boolean };

/** Lays down what one was to record, or ends it as the convener. */
export function EndRapporteur({ rapporteur: { id, name, occasion, viewer }, commitNow }: EndRapporteurProps) {
  const t = useTranslations("rapporteurs");
  const locale = useLocale();
  const router = useRouter();
  const said = { occasion: occasionIn(occasion, locale).text, name: name ?? t("unknown") };
  const end = useMutation(
    api.convening.rapporteurs.end.mutationOptions({
      onSuccess: () => {
        tell(t("end.done", said));
        router.refresh();
      },
    }),
  );
  return (
    <EndingDialog
      verb={viewer.self ? t("end.own") : t("end.verb")}
      label={t("end.label", said)}
      title={t("end.title", said)}
      button={t("end.button")}
      path="/people/rapporteurs"
      commitNow={commitNow}
      act={end}
      onConfirm={(close) => end.mutate({ id }, { onSuccess: close })}
    >
      <p>{viewer.self ? t("end.textOwn", said) : t("end.text", said)}</p>
    </EndingDialog>
  );
}
