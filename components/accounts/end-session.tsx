"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { sessionListId } from "./session-list-id";

type ConfirmEndProps = {
  end: () => Promise<{ ended: number }>;
  label: string;
  /** The accessible name, where several buttons have the same text. */
  name?: string;
  title: string;
  doneText: (ended: number) => string;
  small?: boolean;
  children: ReactNode;
};

function ConfirmEnd({ end, label, name, title, doneText, small, children }: ConfirmEndProps) {
  const t = useTranslations("accounts.sessions");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const done = useRef(false);
  const { mutate, isPending } = useMutation({
    mutationFn: end,
    onSuccess: ({ ended }) => {
      done.current = true;
      showToast(doneText(ended));
    },
    onError: (error) => showToast(readProblem(error).detail ?? t("offline"), "red"),
    // Also after a refusal: what was refused is often no longer so.
    onSettled: () => {
      setAsking(false);
      router.refresh();
    },
  });
  const close = () => {
    setAsking(false);
    if (done.current) document.getElementById(sessionListId)?.focus();
  };
  return (
    <>
      <Button small={small} variant="danger" aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog
        open={asking}
        onClose={close}
        title={title}
        actions={
          <Button variant="danger" loading={isPending} onClick={() => mutate()}>
            {label}
          </Button>
        }
      >
        {children}
      </Dialog>
    </>
  );
}

/** Ends one session, after one question. */
export function EndSession({ id, begun }: { id: string; begun: string }) {
  const t = useTranslations("accounts.sessions");
  return (
    <ConfirmEnd
      small
      end={() => api.people.endSession.call({ id })}
      label={t("end")}
      name={t("endName", { begun })}
      title={t("endTitle", { begun })}
      doneText={() => t("ended", { count: 1 })}
    >
      {t("endText")}
    </ConfirmEnd>
  );
}

/** Ends all sessions but this one, after one question. */
export function EndOthers({ count }: { count: number }) {
  const t = useTranslations("accounts.sessions");
  return (
    <ConfirmEnd
      end={() => api.people.endOtherSessions.call()}
      label={t("endOthers")}
      title={t("endOthersTitle", { count })}
      doneText={(ended) => t("ended", { count: ended })}
    >
      {t("endOthersText")}
    </ConfirmEnd>
  );
}
