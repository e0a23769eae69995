"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { MandateKey } from "@/lib/mandates/schema";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { ConfirmDialog } from "../forms/confirm-dialog";

type RevokeMandateProps = { mandate: MandateKey; name: string; powers: string; own: boolean; commitNow: boolean };

/** Ends a mandate from now on; the consequences are shown before the button. */
export function RevokeMandate({ mandate, name, powers, own, commitNow }: RevokeMandateProps) {
  const t = useTranslations("mandates.revoke");
  const router = useRouter();
  const revoke = useMutation(
    api.organizations.mandates.revoke.mutationOptions({
      onSuccess: () => {
        showToast(t("done", { name }));
        router.refresh();
      },
    }),
  );
  return (
    <ConfirmDialog
      verb={t("verb")}
      label={t("of", { name })}
      title={t("title", { name })}
      button={t("button")}
      commitNow={commitNow}
      act={revoke}
      onConfirm={(close) => revoke.mutate(mandate, { onSuccess: close })}
    >
      <p>{t("text", { powers })}</p>
      {own && <p>{t("own")}</p>}
    </ConfirmDialog>
  );
}
