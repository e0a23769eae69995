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

/** Ends a token, after one question: there is no way back. */
export function RevokeToken({ id, name }: { id: string; name: string }) {
  const t = useTranslations("accounts.tokens");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation(
    api.people.revokeToken.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        showToast(t("revoked", { name }));
        router.refresh();
      },
      onError: (error) => showToast(readProblem(error).detail ?? t("offline"), "red"),
    }),
  );
  return (
    <>
      <Button small variant="danger" aria-label={t("revokeName", { name })} onClick={() => setAsking(true)}>
        {t("revoke")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("revokeTitle", { name })}
        actions={
          <Button variant="danger" loading={isPending} onClick={() => mutate({ id })}>
            {t("revoke")}
          </Button>
        }
      >
        {t("revokeText")}
      </Dialog>
    </>
  );
}
