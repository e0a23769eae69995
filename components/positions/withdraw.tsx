"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { api } from "@/lib/api/client";
import type { PositionKey } from "@/lib/positions/schema";
import { ActionError } from "../forms/action-error";
import { useAction } from "../forms/use-action";

type WithdrawProps = { positionKey: PositionKey; version: number; organization: string; again: boolean };

/** Withdraws the standing position. The consequences are shown before the button. */
export function Withdraw({ positionKey, version, organization, again }: WithdrawProps) {
  const t = useTranslations("positions.standing");
  const [note, setNote] = useState("");
  const withdraw = useAction(
    () =>
      api.positions.withdraw.call({ ...positionKey, ...(note.trim() && { note }) }, { context: { ifMatch: version } }),
    () => t("withdrawn"),
  );
  return (
    <section className="grid gap-3">
      <h3 className="text-table">{t("withdrawTitle")}</h3>
      <p>{t("withdrawConsequence", { organization })}</p>
      {again ? (
        <Reauthenticate />
      ) : (
        <>
          <TextArea
            name="withdrawNote"
            label={t("withdrawNote")}
            optional
            rows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <div>
            <Button variant="danger" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {t("withdraw")}
            </Button>
          </div>
        </>
      )}
      <ActionError error={withdraw.error} onReread={withdraw.reset} />
    </section>
  );
}
