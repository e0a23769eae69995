"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** Takes an organization's own sign-in away, after one question. */
export function RemoveProvider({ slug }: { slug: string }) {
  const t = useTranslations("accounts.providers");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.providers.remove.call({ slug }),
    onSuccess: () => showToast(t("removed")),
    onError: (error) => showToast(readProblem(error).detail ?? t("offline"), "red"),
    onSettled: () => {
      setAsking(false);
      router.refresh();
    },
  });
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t("remove")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("removeTitle")}
        actions={
          <Button variant="danger" loading={isPending} onClick={() => mutate()}>
            {t("remove")}
          </Button>
        }
      >
        {t("removeText")}
      </Dialog>
    </>
  );
}
