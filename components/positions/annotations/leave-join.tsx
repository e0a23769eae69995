"use client";

import { useTranslations } from "next-intl";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Button } from "@/components/ui/button";
import { api } from "@/lib/api/client";
import type { PositionKey } from "@/lib/positions/schema";
import { ActionError } from "../../forms/action-error";
import { useAction } from "../../forms/use-action";

type LeaveJoinProps = { positionKey: PositionKey; onBehalfOf: string; organization: string; again: boolean };

/** Ends that a reservation is joined; the history keeps that it was. */
export function LeaveJoin({ positionKey, onBehalfOf, organization, again }: LeaveJoinProps) {
  const t = useTranslations("positions.annotations.join");
  const leave = useAction(
    () => api.positions.annotations.leave.call({ ...positionKey, onBehalfOf }),
    () => t("left", { organization }),
  );
  if (again) return <Reauthenticate />;
  return (
    <div className="no-print grid gap-2">
      <div>
        <Button variant="danger" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t("leave", { organization })}
        </Button>
      </div>
      <ActionError error={leave.error} onReread={leave.reset} />
    </div>
  );
}
