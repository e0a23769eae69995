"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { useAction } from "@/components/forms/use-action";
import { useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { api } from "@/lib/api/client";
import { DateFields } from "./date-fields";
import { emptyDate, toDate } from "./date-values";
import type { ZoneGroups } from "./zone-select";

/** One date, by hand. */
export function OfferDate({
  id,
  zone,
  zones,
  writer,
}: {
  id: string;
  zone: string;
  zones: ZoneGroups;
  writer: string;
}) {
  const t = useTranslations("briefingDates.desk");
  const saved = useAutosave(`concerted:date:${writer}:${id}`, emptyDate(zone));
  const offer = useAction(
    () => api.briefings.dates.offer.call({ id, date: toDate(saved.values) }),
    ({ offered }) => {
      saved.reset({ ...saved.values, day: "", lastDay: "" });
      return t("offerDone", { count: offered });
    },
  );
  return (
    <ConfirmDetails label={t("offer")}>
      <DateFields id="date" values={saved.values} change={saved.change} zones={zones} error={offer.error} />
      <div className="actions">
        <Button loading={offer.isPending} onClick={() => offer.mutate()}>
          {t("offerButton")}
        </Button>
      </div>
      <ActionError error={offer.error} />
    </ConfirmDetails>
  );
}
