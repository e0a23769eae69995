"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActProblem } from "@/components/positions/act-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { tell } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { MandatePlace } from "@/lib/organizations/schema.mandates";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { AgainHere } from "./again-here";

type RevokeMandateProps = { place: MandatePlace; name: string; powers: string; own: boolean; commitNow: boolean };

/** Ends a mandate from now on; what follows is said before the button. */
export function RevokeMandate({ place, name, powers, own, commitNow }: RevokeMandateProps) {
  const t = useTranslations("acting.revoke");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation(
    api.organizations.mandates.revoke.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        tell(t("done", { name }));
        router.refresh();
      },
    }),
  );
  return (
    <>
      <Button small variant="danger" aria-label={t("of", { name })} onClick={() => setAsking(true)}>
        {t("verb")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("title", { name })}
        actions={
          commitNow && (
            <Button variant="danger" loading={revoke.isPending} onClick={() => revoke.mutate(place)}>
              {t("button")}
            </Button>
          )
        }
      >
        <div className="grid gap-3">
          <p>{t("text", { powers })}</p>
          {own && <p>{t("own")}</p>}
          {!commitNow && <AgainHere path={`/organizations/${place.slug}/mandates`} />}
          <ActProblem error={revoke.error} onReread={revoke.reset} />
        </div>
      </Dialog>
    </>
  );
}
