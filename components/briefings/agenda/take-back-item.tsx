"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { api } from "@/lib/api/client";

type TakeBackItemProps = { briefing: string; item: string; title: string };

/** What one's own organization proposed, and the host has not answered on yet, is taken back. */
export function TakeBackItem({ briefing, item, title }: TakeBackItemProps) {
  const t = useTranslations("agendaDesk.call");
  const takeBack = useAction(
    () => api.briefings.agenda.takeBack.call({ id: briefing, item }),
    () => t("tookBack", { title }),
  );
  return (
    <div className="no-print">
      <Button
        small
        variant="text"
        loading={takeBack.isPending}
        aria-label={t("takeBackItem", { title })}
        onClick={() => takeBack.mutate()}
      >
        {t("takeBack")}
      </Button>
      <ActionError error={takeBack.error} onReread={takeBack.reset} />
    </div>
  );
}
