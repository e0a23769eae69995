"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorBlock } from "@/components/ui/error-block";
import { ShownOnce } from "@/components/ui/shown-once";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** Makes the link, shows it once, ends it. */
export function FeedLink({ exists }: { exists: boolean }) {
  const t = useTranslations("calendar.feed");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const made = useMutation(api.briefings.calendar.feed.make.mutationOptions({ onSuccess: () => router.refresh() }));
  const ended = useMutation(
    api.briefings.calendar.feed.end.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        made.reset();
        showToast(t("ended"));
        router.refresh();
      },
    }),
  );
  const error = made.error ?? ended.error;
  return (
    <div className="mt-4 grid max-w-[64ch] gap-4">
      {error && <ErrorBlock live title={readProblem(error).detail ?? t("offline")} />}
      {made.data && <ShownOnce secret={made.data.address} label={t("made")} text={t("once")} onDone={made.reset} />}
      {exists && !made.data && <p className="text-ink-2">{t("againHint")}</p>}
      <div className="actions">
        <Button variant={exists ? "plain" : "primary"} loading={made.isPending} onClick={() => made.mutate({})}>
          {t(exists ? "again" : "make")}
        </Button>
        {exists && (
          <Button variant="danger" onClick={() => setAsking(true)}>
            {t("end")}
          </Button>
        )}
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("endTitle")}
        actions={
          <Button variant="danger" loading={ended.isPending} onClick={() => ended.mutate({})}>
            {t("end")}
          </Button>
        }
      >
        {t("endText")}
      </Dialog>
    </div>
  );
}
