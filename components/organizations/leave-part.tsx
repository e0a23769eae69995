"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActProblem } from "@/components/positions/act-problem";
import { ConsequenceFold } from "@/components/positions/consequence-fold";
import { Button } from "@/components/ui/button";
import { tell } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";

type LeavePartProps = { slug: string; id: string; organization: string; convener: boolean };

/** One's own leaving. Opening it states what follows before there is anything to press. */
export function LeavePart({ slug, id, organization, convener }: LeavePartProps) {
  const t = useTranslations("acting.leave");
  const router = useRouter();
  const leave = useMutation(
    api.organizations.people.end.mutationOptions({
      onSuccess: () => {
        tell(t("done", { organization }));
        router.push("/account");
        router.refresh();
      },
    }),
  );
  const follows = [
    t("access", { organization }),
    t("mandates"),
    ...(convener ? [t("convener")] : []),
    t("stays"),
    t("back"),
  ];
  return (
    <ConsequenceFold label={t("fold", { organization })}>
      <ul className="list-disc pl-5">
        {follows.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
      <div className="actions">
        <Button variant="danger" loading={leave.isPending} onClick={() => leave.mutate({ slug, id })}>
          {t("button", { organization })}
        </Button>
      </div>
      <ActProblem error={leave.error} onReread={leave.reset} />
    </ConsequenceFold>
  );
}
