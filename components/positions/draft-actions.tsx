"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/link";
import { api } from "@/lib/api/client";
import type { Place, Position } from "@/lib/positions/schema";
import { ActProblem } from "./act-problem";
import { ConsequenceFold } from "./consequence-fold";
import { placeHref } from "./place-href";
import { useAct } from "./use-act";

type DraftActionsProps = {
  place: Place;
  position: Pick<Position, "version" | "draft" | "viewer">;
  /** Nothing weightier can be done on this page. */
  main: boolean;
};

/** What a drafter can do with the draft: go on writing, hand it over, put it away. */
export function DraftActions({ place, position: { version, draft, viewer }, main }: DraftActionsProps) {
  const t = useTranslations("positions.draft");
  const seen = { context: { ifMatch: version } };
  const submit = useAct(
    () => api.positions.submit.call(place, seen),
    () => t("submitted"),
  );
  const discard = useAct(
    () => api.positions.discardDraft.call(place, seen),
    () => t("discarded"),
  );
  const edit = `${placeHref(place.organization, place.proposition)}?write=1`;
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
      <ActProblem error={submit.error} onReread={submit.reset} />
      {viewer.mayDiscard && (
        <ConsequenceFold label={t("discard")}>
          <p>{t("discardWarning")}</p>
          <div>
            <Button variant="danger" loading={discard.isPending} onClick={() => discard.mutate()}>
              {t("discardTitle")}
            </Button>
          </div>
          <ActProblem error={discard.error} onReread={discard.reset} />
        </ConsequenceFold>
      )}
    </div>
  );
}
