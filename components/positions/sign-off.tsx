"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { SignPanel } from "@/components/forms/sign-panel";
import { Button } from "@/components/ui/button";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import { api } from "@/lib/api/client";
import type { Position, PositionKey } from "@/lib/positions/schema";
import { ActionError } from "../forms/action-error";
import { useAction } from "../forms/use-action";
import { ReturnDraft } from "./return-draft";

type SignOffProps = {
  positionKey: PositionKey;
  position: Pick<Position, "version" | "draft" | "standing" | "viewer">;
  organization: string;
  mandate: string | null;
  /** Which words the stance is about. */
  proposition: { number: number; version: number; digest: string };
  /** Why it cannot be signed by this reader; null when it can. */
  obstacle: string | null;
  /** The text to be signed, as it will be read. */
  children: ReactNode;
};

/** Before an organization is committed: which one, by what authority, to which exact words; then the one act. */
export function SignOff({
  positionKey,
  position,
  organization,
  mandate,
  proposition,
  obstacle,
  children,
}: SignOffProps) {
  const t = useTranslations("positions.sign");
  const positionsText = useTranslations("positions");
  const timeOfDay = useTimeOfDay();
  const { version, draft, standing, viewer } = position;
  const sign = useAction(
    () => api.positions.signOff.call({ ...positionKey, decision: "sign_off" }, { context: { ifMatch: version } }),
    ({ draft: left }) =>
      left?.state === "signed_once"
        ? positionsText("confirm.signedOnce")
        : t("signed", { organization, time: timeOfDay(new Date()) }),
  );
  if (!draft) return null;
  const again = viewer.needsFreshSignIn && !obstacle;
  const act = again ? (
    <Reauthenticate primary />
  ) : (
    <>
      <div className={clsx("actions", !obstacle && "act-bar")}>
        <Button variant="primary" loading={sign.isPending} reason={obstacle ?? undefined} onClick={() => sign.mutate()}>
          {t("sign")}
        </Button>
      </div>
      {viewer.mayReturn && (
        <div className="basis-full">
          <ReturnDraft positionKey={positionKey} version={version} />
        </div>
      )}
    </>
  );
  const readers = t(`readers.${draft.visibility}`);
  return (
    <SignPanel
      title={t("title", { organization })}
      organization={organization}
      mandate={mandate}
      version={t("version", { number: proposition.number, version: proposition.version })}
      digest={proposition.digest}
      actions={act}
    >
      <div className="grid gap-4">
        <div className="border-y border-rule py-4">{children}</div>
        <p>{t(standing ? "consequenceReplaces" : "consequence", { organization, readers })}</p>
        {draft.signatures > 1 && draft.state !== "signed_once" && <p>{positionsText("joint.two", { organization })}</p>}
        {draft.state === "drafted" && <p className="text-small text-ink-3">{t("unsent")}</p>}
        <ActionError error={sign.error} onReread={sign.reset} />
      </div>
    </SignPanel>
  );
}
