"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { showToast } from "@/components/ui/toast";
import type { Passkey } from "@/lib/accounts/schema.passkeys";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { passkeyListId } from "./passkey-list-id";

type Key = Pick<Passkey, "id" | "name">;

export function RenamePasskey({ id, name }: Key) {
  const t = useTranslations("accounts.passkeys");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const form = `rename-${id}`;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (to: string) => api.passkeys.rename.call({ id, name: to }),
    onSuccess: (now) => {
      showToast(t("renamed", { name: now.name }));
      setAsking(false);
      router.refresh();
    },
  });
  const { detail, mistakes } = readProblem(error);
  const wrong = error ? (mistakes[0]?.message ?? detail ?? t("offline")) : undefined;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutate(String(new FormData(event.currentTarget).get(form)));
  };
  return (
    <>
      <Button small variant="text" aria-label={t("renameName", { name })} onClick={() => setAsking(true)}>
        {t("rename")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("renameTitle", { name })}
        actions={
          <Button type="submit" form={form} variant="primary" loading={isPending}>
            {t("save")}
          </Button>
        }
      >
        <form id={form} method="dialog" onSubmit={save} noValidate>
          <TextField
            label={t("name")}
            name={form}
            id={`${form}-name`}
            defaultValue={name}
            maxLength={80}
            error={wrong}
          />
        </form>
      </Dialog>
    </>
  );
}

export function RemovePasskey({ id, name }: Key) {
  const t = useTranslations("accounts.passkeys");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const done = useRef(false);
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.passkeys.remove.call({ id }),
    onSuccess: () => {
      done.current = true;
      showToast(t("removed", { name }));
    },
    onError: (error) => showToast(readProblem(error).detail ?? t("offline"), "red"),
    onSettled: () => {
      setAsking(false);
      router.refresh();
    },
  });
  const close = () => {
    setAsking(false);
    if (done.current) document.getElementById(passkeyListId)?.focus();
  };
  return (
    <>
      <Button small variant="danger" aria-label={t("removeName", { name })} onClick={() => setAsking(true)}>
        {t("remove")}
      </Button>
      <Dialog
        open={asking}
        onClose={close}
        title={t("removeTitle", { name })}
        actions={
          <Button variant="danger" loading={isPending} onClick={() => mutate()}>
            {t("remove")}
          </Button>
        }
      >
        {t("removeText")}
      </Dialog>
    </>
  );
}
