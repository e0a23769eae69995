"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { talkingPointHref } from "./talking-point-href";

type EndAmendmentProps = { point: string; amendment: string; draft: boolean };

/** Takes an amendment back, or throws a draft away that nobody else ever read. */
export function EndAmendment({ point, amendment, draft }: EndAmendmentProps) {
  const t = useTranslations("amendments.act");
  const router = useRouter();
  const key = { id: point, amendment };
  const end = useMutation({
    mutationFn: async () => {
      if (draft) await api.talkingPoints.amendments.discard.call(key);
      else await api.talkingPoints.amendments.withdraw.call(key);
    },
    onSuccess: () => {
      showToast(t(draft ? "discarded" : "withdrawn"));
      if (draft) router.push(talkingPointHref(point));
      router.refresh();
    },
  });
  return (
    <ConfirmDetails label={t(draft ? "discard" : "withdraw")}>
      <p>{t(draft ? "discardFollows" : "withdrawFollows")}</p>
      <div>
        <Button variant="danger" loading={end.isPending} onClick={() => end.mutate()}>
          {t(draft ? "discard" : "withdraw")}
        </Button>
      </div>
      <ActionError error={end.error} onReread={end.reset} />
    </ConfirmDetails>
  );
}
