"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorBlock } from "@/components/ui/error-block";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** What goes is said before the button. */
export function RemoveStudy({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations("studies.remove");
  const words = useTranslations("studies.import");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.studies.remove.call({ slug }),
    onSuccess: () => {
      showToast(t("done"));
      router.push("/studies");
      router.refresh();
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("title")}
        actions={
          <>
            <Button variant="danger" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("do", { title })}
            </Button>
            <Button onClick={() => setOpen(false)}>{t("keep")}</Button>
          </>
        }
      >
        <p>{t("what")}</p>
        {remove.error && <ErrorBlock live title={readProblem(remove.error).detail ?? words("offline")} />}
      </Dialog>
    </>
  );
}
