"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/icons";
import { api } from "@/lib/api/client";
import type { OwnEndorsement } from "@/lib/talking-points/schema.endorsements";
import type { ShownText } from "./answer-form";

type ConfirmAnswerProps = {
  own: OwnEndorsement;
  shown: ShownText;
  name: string;
  obstacle: "notOpen" | "parityPending" | "parityDisputed" | null;
};

/** The answer that was given to earlier words, given again as it was to these: one click, and nobody's but the signatory's. */
export function ConfirmAnswer({ own, shown, name, obstacle }: ConfirmAnswerProps) {
  const t = useTranslations("talkingPoints.answer");
  const { id, version, digest } = shown;
  const confirm = useAction(
    () => api.talkingPoints.endorsements.confirm.call({ id, version, digest, organization: own.organization.slug }),
    () => t("confirmed", { organization: name, version }),
  );
  return (
    <div className="grid gap-2">
      {own.needsFreshSignIn ? (
        <Reauthenticate primary />
      ) : (
        <div className="actions">
          <Button
            variant="primary"
            icon={<Check />}
            loading={confirm.isPending}
            reason={obstacle ? t(`obstacle.${obstacle}`) : undefined}
            onClick={() => confirm.mutate()}
          >
            {t("confirm", { version })}
          </Button>
        </div>
      )}
      <ActionError error={confirm.error} onReread={confirm.reset} />
    </div>
  );
}
