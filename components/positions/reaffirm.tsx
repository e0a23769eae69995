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

type ReaffirmProps = { positionKey: PositionKey; version: number; organization: string; again: boolean };

/** Reaffirms the standing text unchanged. Never done by default, and never for somebody else. */
export function Reaffirm({ positionKey, version, organization, again }: ReaffirmProps) {
  const t = useTranslations("positions.confirm");
  const [note, setNote] = useState("");
  const confirm = useAction(
    () =>
      api.positions.confirm.call({ ...positionKey, ...(note.trim() && { note }) }, { context: { ifMatch: version } }),
    ({ draft }) => t(draft?.state === "signed_once" ? "signedOnce" : "confirmed", { organization }),
  );
  if (again) return <Reauthenticate />;
  return (
    <>
      <TextArea
        name="confirmNote"
        label={t("note")}
        optional
        rows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="actions">
        <Button variant="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t("confirm")}
        </Button>
      </div>
      <ActionError error={confirm.error} onReread={confirm.reset} />
    </>
  );
}
