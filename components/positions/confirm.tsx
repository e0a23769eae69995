"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { api } from "@/lib/api/client";
import type { Place } from "@/lib/positions/schema";
import { ActProblem } from "./act-problem";
import { FreshSignIn } from "./fresh-sign-in";
import { useAct } from "./use-act";

type ConfirmProps = { place: Place; version: number; organization: string; again: boolean };

/** One act: what stands is said to stand still. Never done by default, and never for somebody else. */
export function Confirm({ place, version, organization, again }: ConfirmProps) {
  const t = useTranslations("positions.confirm");
  const [note, setNote] = useState("");
  const confirm = useAct(
    () => api.positions.confirm.call({ ...place, ...(note.trim() && { note }) }, { context: { ifMatch: version } }),
    ({ draft }) => t(draft?.state === "signed_once" ? "signedOnce" : "confirmed", { organization }),
  );
  if (again) return <FreshSignIn place={place} />;
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
      <ActProblem error={confirm.error} onReread={confirm.reset} />
    </>
  );
}
