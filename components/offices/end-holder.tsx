"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { DateField } from "@/components/ui/date-field";
import { api } from "@/lib/api/client";
import type { Holder } from "@/lib/offices/schema";

type EndHolderProps = { slug: string; version: number; holder: Holder; name: string };

/** The last day on which somebody holds an office; said again, another one. */
export function EndHolder({ slug, version, holder: { id, firstOn, lastOn }, name }: EndHolderProps) {
  const t = useTranslations("offices.holder");
  const [day, setDay] = useState(lastOn ?? "");
  const act = useAction(
    () => api.offices.endHolder.call({ slug, holder: id, lastOn: day }, { context: { ifMatch: version } }),
    () => t("ended"),
  );
  const error = readProblem(act.error).mistakes.find(({ field }) => field === "lastOn")?.message;
  return (
    <ConfirmDetails label={<span>{t("endLabel", { name })}</span>}>
      <DateField
        id={`last-${id}`}
        name="lastOn"
        label={t("lastOn")}
        min={firstOn}
        value={day}
        error={error}
        onChange={(event: ChangeEvent<HTMLInputElement>) => setDay(event.target.value)}
      />
      <div>
        <Button loading={act.isPending} onClick={() => act.mutate()}>
          {t("endSave")}
        </Button>
      </div>
      <ActionError error={act.error} onReread={act.reset} />
    </ConfirmDetails>
  );
}
