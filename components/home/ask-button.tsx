"use client";

import { useMutation } from "@tanstack/react-query";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

type AskButtonProps = {
  /** What is asked for, by the organization's slug. */
  what: "mandate" | "confirmation";
  organization: string;
  label: string;
  /** What is told once it was sent, and where no answer came. */
  sent: string;
  noAnswer: string;
  primary?: boolean;
};

const send = {
  mandate: (slug: string) => api.organizations.mandates.request.call({ slug }),
  confirmation: (organization: string) => api.positions.requestConfirmations.call({ organization }),
};

/** Asks somebody of one's own organization for what one cannot do oneself. Pressed again it asks nobody again. */
export function AskButton({ what, organization, label, sent, noAnswer, primary }: AskButtonProps) {
  const router = useRouter();
  const ask = useMutation({
    mutationFn: async () => {
      await send[what](organization);
    },
    onSuccess: () => {
      showToast(sent);
      router.refresh();
    },
    onError: (error: unknown) => showToast(readProblem(error).detail ?? noAnswer, "red"),
  });
  return (
    <Button variant={primary ? "primary" : "plain"} loading={ask.isPending} onClick={() => ask.mutate()}>
      {label}
    </Button>
  );
}
