"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { api } from "@/lib/api/client";
import type { PositionKey } from "@/lib/positions/schema";
import { ActionError } from "../../forms/action-error";
import { useAction } from "../../forms/use-action";

type WithdrawExplanationProps = { positionKey: PositionKey; version: number; again: boolean };

/** Withdraws an explanation; the form next to it re-authenticates where that is needed. */
export function WithdrawExplanation({ positionKey, version, again }: WithdrawExplanationProps) {
  const t = useTranslations("positions.annotations.explain");
  const withdraw = useAction(
    () => api.positions.annotations.withdrawExplanation.call(positionKey, { context: { ifMatch: version } }),
    () => t("withdrawn"),
  );
  if (again) return null;
  return (
    <div className="grid gap-2">
      <div>
        <Button variant="danger" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t("withdraw")}
        </Button>
      </div>
      <ActionError error={withdraw.error} onReread={withdraw.reset} />
    </div>
  );
}
