"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { api } from "@/lib/api/client";

/** Reminds those who have not answered, and nobody else. */
export function Remind({ id, waiting }: { id: string; waiting: number }) {
  const t = useTranslations("briefingDates.desk");
  const remind = useAction(
    () => api.briefings.dateLinks.remind.call({ id }),
    ({ waiting: count }) => t("reminded", { count }),
  );
  return (
    <div className="grid max-w-[600px] gap-3 pt-3">
      <p>{t("remindFollows")}</p>
      <div className="actions">
        <Button
          loading={remind.isPending}
          reason={waiting === 0 ? t("allAnswered") : undefined}
          onClick={() => remind.mutate()}
        >
          {t("remind")}
        </Button>
      </div>
      <ActionError error={remind.error} onReread={remind.reset} />
    </div>
  );
}
