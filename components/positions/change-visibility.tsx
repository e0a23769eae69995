"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { api } from "@/lib/api/client";
import { visibilities } from "@/lib/positions/constants";
import type { Position, PositionKey, Visibility } from "@/lib/positions/schema";
import { ActionError } from "../forms/action-error";
import { useAction } from "../forms/use-action";
import { VisibilityLimits } from "./visibility-limits";

type ChangeVisibilityProps = { positionKey: PositionKey; position: Position; shown: Visibility; organization: string };

/** Changes who may read the standing text. The consequence is shown before the button. */
export function ChangeVisibility({ positionKey, position, shown, organization }: ChangeVisibilityProps) {
  const t = useTranslations("positions");
  const { viewer, version } = position;
  const [chosen, setChosen] = useState<Visibility>(shown);
  const name = (it: Visibility) => t(`visibility.name.${it}`, { organization });
  const change = useAction(
    () =>
      api.positions.changeVisibility.call({ ...positionKey, visibility: chosen }, { context: { ifMatch: version } }),
    () => t("standing.visibilityChanged", { readers: name(chosen) }),
  );
  const wider = visibilities.indexOf(chosen) > visibilities.indexOf(shown);
  const reasons: [boolean, "same" | "public" | "widen" | "narrow"][] = [
    [chosen === shown, "same"],
    [wider && chosen === "public" && !viewer.mayMakePublic, "public"],
    [wider && !viewer.mayWiden, "widen"],
    [!wider && !viewer.mayNarrow, "narrow"],
  ];
  const reason = reasons.find(([holds]) => holds)?.[1];
  const cards = visibilities.map((value) => ({ value, label: name(value), hint: t(`visibility.meaning.${value}`) }));
  return (
    <section className="grid gap-3">
      <RadioCards
        name="shownTo"
        label={t("standing.visibilityTitle")}
        cards={cards}
        value={chosen}
        onChange={(value) => setChosen(value as Visibility)}
      />
      <VisibilityLimits chosen={chosen} />
      <p aria-live="polite">
        {chosen === shown ? t("standing.choose") : t(wider ? "standing.widen" : "standing.narrow")}{" "}
        {chosen === "public" && wider && t("standing.publicToo")}
      </p>
      {viewer.needsFreshSignIn ? (
        <Reauthenticate />
      ) : (
        <div className="actions">
          <Button
            loading={change.isPending}
            reason={reason && t(`standing.unavailable.${reason}`)}
            onClick={() => change.mutate()}
          >
            {t("standing.changeVisibility", { readers: name(chosen) })}
          </Button>
        </div>
      )}
      <ActionError error={change.error} onReread={change.reset} />
    </section>
  );
}
