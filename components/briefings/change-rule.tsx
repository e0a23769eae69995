"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { RadioCards } from "@/components/ui/radio-cards";
import { api } from "@/lib/api/client";
import type { AttributionRule } from "@/lib/briefings/constants";

type ChangeRuleProps = { slug: string; version: number; rules: readonly AttributionRule[] };

/** Another rule, of those that are still possible: on the version that was read. */
export function ChangeRule({ slug, version, rules }: ChangeRuleProps) {
  const t = useTranslations("briefings");
  const [rule, setRule] = useState(rules[0]);
  const act = useAction(
    (chosen: AttributionRule) =>
      api.briefings.chooseAttribution.call({ id: slug, rule: chosen }, { context: { ifMatch: version } }),
    (now) => t("changeRule.done", { rule: t(`rule.${now.attribution}`) }),
  );
  if (rules.length === 0) return null;
  return (
    <ConfirmDetails label={t("page.tighten")}>
      <p>{t("changeRule.text")}</p>
      <RadioCards
        name="rule"
        label={t("changeRule.rule")}
        cards={rules.map((value) => ({ value, label: t(`rule.${value}`), hint: t(`ruleMeaning.${value}`) }))}
        value={rule ?? null}
        onChange={(value) => setRule(rules.find((it) => it === value))}
      />
      <div>
        <Button variant="primary" loading={act.isPending} onClick={() => rule && act.mutate(rule)}>
          {t("changeRule.button")}
        </Button>
      </div>
      <ActionError error={act.error} onReread={act.reset} />
    </ConfirmDetails>
  );
}
