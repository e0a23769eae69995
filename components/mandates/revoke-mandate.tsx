"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { readProblem } from "@/components/forms/read-problem";
import { InsistOnEnding } from "@/components/organizations/insist-on-ending";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { MandateKey } from "@/lib/mandates/schema";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { ConfirmDialog } from "../forms/confirm-dialog";

type RevokeMandateProps = {
  mandate: MandateKey;
  name: string;
  powers: string;
  own: boolean;
  commitNow: boolean;
  /** Two sign for the organization: it is proposed, and another signatory confirms it. */
  proposes: boolean;
};

/** Ends a mandate from now on, or proposes to; the consequences are shown before the button. */
export function RevokeMandate({ mandate, name, powers, own, commitNow, proposes }: RevokeMandateProps) {
  const t = useTranslations("mandates.revoke");
  const router = useRouter();
  const { slug, id } = mandate;
  const revoke = useMutation({
    mutationFn: async (insists: boolean) => {
      const anyway = insists ? { withoutSuccessor: true as const } : {};
      if (proposes) await api.organizations.changes.proposeRevocation.call({ slug, mandate: id, ...anyway });
      else await api.organizations.mandates.revoke.call({ ...mandate, ...anyway });
    },
    onSuccess: () => {
      showToast(t(proposes ? "proposed" : "done", { name }));
      router.refresh();
    },
  });
  const last = readProblem(revoke.error).reason === "lastSignatory";
  return (
    <ConfirmDialog
      verb={t(proposes ? "propose" : "verb")}
      label={t(proposes ? "proposeOf" : "of", { name })}
      title={t(proposes ? "proposeOf" : "title", { name })}
      button={t(proposes ? "proposeButton" : "button")}
      commitNow={commitNow}
      act={revoke}
      onConfirm={(close) => revoke.mutate(false, { onSuccess: close })}
    >
      <p>{t("text", { powers })}</p>
      {own && <p>{t("own")}</p>}
      {proposes && <p>{t("byTwo")}</p>}
      {last && <InsistOnEnding slug={slug} pending={revoke.isPending} onInsist={() => revoke.mutate(true)} />}
    </ConfirmDialog>
  );
}
