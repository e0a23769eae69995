"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { readProblem } from "@/components/ui/problem";
import { tell } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { sessionListId } from "./session-list-id";

type AskToEndProps = {
  end: () => Promise<{ ended: number }>;
  label: string;
  /** The label in full, where several buttons say the same. */
  name?: string;
  title: string;
  said: (ended: number) => string;
  small?: boolean;
  children: ReactNode;
};

function AskToEnd({ end, label, name, title, said, small, children }: AskToEndProps) {
  const t = useTranslations("people.sessions");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const done = useRef(false);
  const { mutate, isPending } = useMutation({
    mutationFn: end,
    onSuccess: ({ ended }) => {
      done.current = true;
      tell(said(ended));
    },
    onError: (error) => tell(readProblem(error).detail ?? t("offline"), "red"),
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
  const t = useTranslations("people.sessions");
  return (
    <AskToEnd
      small
      end={() => api.people.endSession.call({ id })}
      label={t("end")}
      name={t("endName", { begun })}
      title={t("endTitle", { begun })}
      said={() => t("ended", { count: 1 })}
    >
      {t("endText")}
    </AskToEnd>
  );
}

/** Ends all sessions but this one, after one question. */
export function EndOthers({ count }: { count: number }) {
  const t = useTranslations("people.sessions");
  return (
    <AskToEnd
      end={() => api.people.endOtherSessions.call()}
      label={t("endOthers")}
      title={t("endOthersTitle", { count })}
      said={(ended) => t("ended", { count: ended })}
    >
      {t("endOthersText")}
    </AskToEnd>
  );
}
