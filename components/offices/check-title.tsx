"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import type { OfficeFacts } from "./load-offices";

type CheckTitleProps = { slug: string; version: number; organizations: OfficeFacts["organizations"] };

/** A second person says that the title is right, for an organization that they draft for. */
export function CheckTitle({ slug, version, organizations }: CheckTitleProps) {
  const t = useTranslations("offices.check");
  const locale = useLocale();
  const [onBehalfOf, setOnBehalfOf] = useState(organizations[0]?.value ?? "");
  const act = useAction(
    () => api.offices.check.call({ slug, onBehalfOf }, { context: { ifMatch: version } }),
    () => t("done"),
  );
  return (
    <ConfirmDetails label={t("label")}>
      <p>{t("text")}</p>
      {organizations.length > 1 && (
        <Select
          name="checking-organization"
          label={t("organization")}
          options={organizations.map(({ value, label }) => ({ value, label: label[locale] }))}
          value={onBehalfOf}
          onChange={(event: ChangeEvent<HTMLSelectElement>) => setOnBehalfOf(event.target.value)}
        />
      )}
      <div>
        <Button variant="primary" loading={act.isPending} onClick={() => act.mutate()}>
          {t("button")}
        </Button>
      </div>
      <ActionError error={act.error} onReread={act.reset} />
    </ConfirmDetails>
  );
}
