"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { InsistOnEnding } from "./insist-on-ending";

type LeaveOrganizationProps = { slug: string; id: string; organization: string; convener: boolean };

/** One's own leaving. Opening it states what follows before there is anything to press. */
export function LeaveOrganization({ slug, id, organization, convener }: LeaveOrganizationProps) {
  const t = useTranslations("membership.leave");
  const router = useRouter();
  const leave = useMutation(
    api.organizations.people.end.mutationOptions({
      onSuccess: () => {
        showToast(t("done", { organization }));
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
    <ConfirmDetails label={t("fold", { organization })}>
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
      {readProblem(leave.error).reason === "lastSignatory" && (
        <InsistOnEnding
          slug={slug}
          pending={leave.isPending}
          onInsist={() => leave.mutate({ slug, id, withoutSuccessor: true })}
        />
      )}
      <ActionError error={leave.error} onReread={leave.reset} />
    </ConfirmDetails>
  );
}
