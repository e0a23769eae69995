"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { StanceCards } from "@/components/stances/stance-cards";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { type Stance, stances } from "@/lib/positions/schema";

type PersonalViewFormProps = { proposition: string; kept: { stance: Stance; note: string | null } | null };

/** What one thinks for oneself, folded away; nothing is chosen beforehand. */
export function PersonalViewForm({ proposition, kept }: PersonalViewFormProps) {
  const t = useTranslations("positions.personalView");
  const names = useTranslations("stances.name");
  const router = useRouter();
  const [stance, setStance] = useState<Stance | null>(kept?.stance ?? null);
  const [note, setNote] = useState(kept?.note ?? "");
  const save = useMutation(
    api.positions.views.save.mutationOptions({
      onSuccess: () => {
        showToast(t("saved"));
        router.refresh();
      },
    }),
  );
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (stance) save.mutate({ proposition, stance, ...(note.trim() && { note }) });
  };
  return (
    <ConfirmDetails label={kept ? t("foldKept", { stance: names(kept.stance) }) : t("fold")}>
      <form method="dialog" onSubmit={keep} noValidate className="grid gap-4">
        <StanceCards
          id={`view-${proposition}`}
          name={`view-${proposition}`}
          label={t("stance")}
          value={stance}
          onChange={(value) => setStance(stances.find((it) => it === value) ?? null)}
        />
        <TextArea
          id={`note-${proposition}`}
          name={`note-${proposition}`}
          label={t("note")}
          optional
          rows={2}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <ActionError error={save.error} onReread={save.reset} />
        <div className="actions">
          <Button type="submit" loading={save.isPending} reason={stance ? undefined : t("pick")}>
            {t("save")}
          </Button>
        </div>
      </form>
    </ConfirmDetails>
  );
}
