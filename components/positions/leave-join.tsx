"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { api } from "@/lib/api/client";
import type { Place } from "@/lib/positions/schema";
import { ActProblem } from "./act-problem";
import { FreshSignIn } from "./fresh-sign-in";
import { useAct } from "./use-act";

type LeaveJoinProps = { place: Place; onBehalfOf: string; organization: string; again: boolean };

/** Ends that a reservation is joined; the history keeps that it was. */
export function LeaveJoin({ place, onBehalfOf, organization, again }: LeaveJoinProps) {
  const t = useTranslations("beside.join");
  const leave = useAct(
    () => api.positions.beside.leave.call({ ...place, onBehalfOf }),
    () => t("left", { organization }),
  );
  if (again) return <FreshSignIn place={place} />;
  return (
    <div className="no-print grid gap-2">
      <div>
        <Button variant="danger" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t("leave", { organization })}
        </Button>
      </div>
      <ActProblem error={leave.error} onReread={leave.reset} />
    </div>
  );
}
