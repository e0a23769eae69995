"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { api } from "@/lib/api/client";
import type { PositionKey } from "@/lib/positions/schema";
import { ActionError } from "../forms/action-error";
import { useAction } from "../forms/use-action";
import { ConfirmDetails } from "../ui/confirm-details";

/** The other answer a signatory can give: back to the drafter, with what should change. */
export function ReturnDraft({ positionKey, version }: { positionKey: PositionKey; version: number }) {
  const t = useTranslations("positions.sign");
  const [note, setNote] = useState("");
  const giveBack = useAction(
    () =>
      api.positions.signOff.call(
        { ...positionKey, decision: "return", ...(note.trim() && { note }) },
        { context: { ifMatch: version } },
      ),
    () => t("returned"),
  );
  return (
    <ConfirmDetails label={t("return")}>
      <TextArea
        name="returnNote"
        label={t("returnNote")}
        hint={t("returnNoteHint")}
        optional
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div>
        <Button loading={giveBack.isPending} onClick={() => giveBack.mutate()}>
          {t("return")}
        </Button>
      </div>
      <ActionError error={giveBack.error} onReread={giveBack.reset} />
    </ConfirmDetails>
  );
}
