"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** Forgets a personal view; it was nobody else's business, and leaves no trace. */
export function DiscardPersonalView({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations("accounts.own");
  const problemText = useTranslations("ui.problem");
  const router = useRouter();
  const { mutate, isPending } = useMutation(
    api.positions.views.discard.mutationOptions({
      onSuccess: () => {
        showToast(t("discarded"));
        router.refresh();
      },
      onError: (error) => showToast(readProblem(error).detail ?? problemText("noAnswer"), "red"),
    }),
  );
  return (
    <Button
      small
      variant="danger"
      aria-label={t("discardOf", { proposition: title })}
      loading={isPending}
      onClick={() => mutate({ proposition: slug })}
    >
      {t("discard")}
    </Button>
  );
}
