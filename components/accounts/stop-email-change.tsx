"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** Takes back the change that waits; nothing is lost by it but two links. */
export function StopEmailChange() {
  const t = useTranslations("accounts.email");
  const router = useRouter();
  const { mutate, isPending } = useMutation(
    api.emailChange.stop.mutationOptions({
      onSuccess: () => {
        showToast(t("stopped"));
        document.getElementById("content")?.focus();
      },
      onError: (error) => showToast(readProblem(error).detail ?? t("offline"), "red"),
      // Also after a refusal: what was refused is often no longer so.
      onSettled: () => router.refresh(),
    }),
  );
  return (
    <div className="actions">
      <Button variant="danger" loading={isPending} onClick={() => mutate({})}>
        {t("stop")}
      </Button>
    </div>
  );
}
