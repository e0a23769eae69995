"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { readProblem } from "@/components/forms/read-problem";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** Forgets a personal view; it was nobody else's business, and leaves no trace. */
export function DiscardPersonalView({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations("acting");
  const router = useRouter();
  const { mutate, isPending } = useMutation(
    api.positions.views.discard.mutationOptions({
      onSuccess: () => {
        showToast(t("account.discarded"));
        router.refresh();
      },
      onError: (error) => showToast(readProblem(error).detail ?? t("offline"), "red"),
    }),
  );
  return (
    <Button
      small
      variant="danger"
      aria-label={t("account.discardOf", { proposition: title })}
      loading={isPending}
      onClick={() => mutate({ proposition: slug })}
    >
      {t("account.discard")}
    </Button>
  );
}
