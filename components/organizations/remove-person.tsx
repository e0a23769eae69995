"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { ConfirmDialog } from "../forms/confirm-dialog";
import { readProblem } from "../forms/read-problem";
import { InsistOnEnding } from "./insist-on-ending";

type RemovePersonProps = {
  slug: string;
  id: string;
  name: string;
  organization: string;
  /** What they may do now, in words; empty for nothing. */
  powers: string;
  commitNow: boolean;
};

/** Ends somebody's part in an organization. All consequences are shown before the button. */
export function RemovePerson({ slug, id, name, organization, powers, commitNow }: RemovePersonProps) {
  const t = useTranslations("membership.remove");
  const router = useRouter();
  const remove = useMutation(
    api.organizations.people.end.mutationOptions({
      onSuccess: () => {
        showToast(t("done", { name, organization }));
        router.refresh();
      },
    }),
  );
  const follows = [
    t("access", { name, organization }),
    t("mandates", { powers: powers || "none" }),
    t("invitations", { name }),
    t("stays"),
  ];
  return (
    <ConfirmDialog
      verb={t("verb")}
      label={t("of", { name })}
      title={t("title", { name })}
      button={t("button", { name })}
      commitNow={commitNow}
      act={remove}
      onConfirm={(close) => remove.mutate({ slug, id }, { onSuccess: close })}
    >
      <p className="font-semibold">{t("follows")}</p>
      <ul className="list-disc pl-5">
        {follows.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
      {readProblem(remove.error).reason === "lastSignatory" && (
        <InsistOnEnding
          slug={slug}
          pending={remove.isPending}
          onInsist={() => remove.mutate({ slug, id, withoutSuccessor: true })}
        />
      )}
    </ConfirmDialog>
  );
}
