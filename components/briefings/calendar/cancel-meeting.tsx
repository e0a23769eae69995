"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { SidePart } from "@/lib/briefings/constants";
import { useRouter } from "@/lib/platform/i18n/navigation";

type CancelMeetingProps = {
  slug: string;
  version: number;
  /** What goes with it, and is not cancelled by this. */
  staying: readonly SidePart[];
};

/** A meeting that will not be held, with its reason, in the language of who says so. */
export function CancelMeeting({ slug, version, staying }: CancelMeetingProps) {
  const t = useTranslations("calendar.cancel");
  const locale = useLocale();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const { mutate, isPending, error, reset } = useMutation(
    api.briefings.calendar.cancel.mutationOptions({
      context: { ifMatch: version },
      onSuccess: () => {
        setAsking(false);
        showToast(t("done"));
        router.refresh();
      },
    }),
  );
  const wrong = readProblem(error).mistakes[0]?.message;
  const given = reason.trim();
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t("verb")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("title")}
        actions={
          <Button
            variant="danger"
            loading={isPending}
            onClick={() => mutate({ id: slug, reason: given ? { [locale]: given } : {} })}
          >
            {t("button")}
          </Button>
        }
      >
        <div className="grid gap-3">
          <p>{t("text")}</p>
          {staying.map((part) => (
            <p key={part}>{t(`staying.${part}`)}</p>
          ))}
          <TextArea
            label={t("reason")}
            name="cancellationReason"
            rows={3}
            maxLength={600}
            value={reason}
            error={wrong}
            onChange={(it) => setReason(it.target.value)}
          />
          <ActionError error={error} onReread={reset} />
        </div>
      </Dialog>
    </>
  );
}
