"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/link";
import { api } from "@/lib/api/client";
import type { Position, PositionKey } from "@/lib/positions/schema";
import { ActionError } from "../forms/action-error";
import { useAction } from "../forms/use-action";
import { ConfirmDetails } from "../ui/confirm-details";
import { positionHref } from "./position-href";

type DraftActionsProps = {
  positionKey: PositionKey;
  position: Pick<Position, "version" | "draft" | "viewer">;
  /** Nothing weightier can be done on this page. */
  main: boolean;
};

/** What a drafter can do with the draft: go on writing, hand it over, put it away. */
export function DraftActions({ positionKey, position: { version, draft, viewer }, main }: DraftActionsProps) {
  const t = useTranslations("positions.draft");
  const seen = { context: { ifMatch: version } };
  const submit = useAction(
    () => api.positions.submit.call(positionKey, seen),
    () => t("submitted"),
  );
  const discard = useAction(
    () => api.positions.discardDraft.call(positionKey, seen),
    () => t("discarded"),
  );
  const edit = `${positionHref(positionKey.organization, positionKey.proposition)}?write=1`;
  if (!draft || !viewer.mayDraft) return null;
  return (
    <div className="grid gap-3">
      <div className={clsx("actions", main && "act-bar")}>
        {viewer.maySubmit && (
          <Button
            variant={viewer.maySignOff ? "plain" : "primary"}
            loading={submit.isPending}
            onClick={() => submit.mutate()}
          >
            {t("submit")}
          </Button>
        )}
        <ButtonLink href={edit} scroll={false}>
          {t("edit")}
        </ButtonLink>
      </div>
      <ActionError error={submit.error} onReread={submit.reset} />
      {viewer.mayDiscard && (
        <ConfirmDetails label={t("discard")}>
          <p>{t("discardWarning")}</p>
          <div>
            <Button variant="danger" loading={discard.isPending} onClick={() => discard.mutate()}>
              {t("discardTitle")}
            </Button>
          </div>
          <ActionError error={discard.error} onReread={discard.reset} />
        </ConfirmDetails>
      )}
    </div>
  );
}
