"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ActionError } from "@/components/forms/action-error";
import type { FormValues } from "@/components/forms/saved-values";
import { useAction } from "@/components/forms/use-action";
import { useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import { type ItemOutcome, itemOutcomes } from "@/lib/briefings/constants.agenda";
import type { Agenda } from "@/lib/briefings/schema.agenda";
import { useItemTitle } from "./item-title";

/** What a meeting reached of its agenda: the rest is for the next one to take over. */
export function MarkOutcomes({ agenda, writer }: { agenda: Agenda; writer: string }) {
  const t = useTranslations("agendaDesk");
  const title = useItemTitle();
  const { items, briefing, version } = agenda;
  const initial = useMemo<FormValues>(() => Object.fromEntries(items.map((it) => [it.id, it.outcome])), [items]);
  const { values, change, reset } = useAutosave<FormValues>(
    `concerted:agenda-outcomes:${writer}:${briefing.slug}`,
    initial,
  );
  const outcomeOf = (id: string) => (values[id] ?? "open") as ItemOutcome;
  const mark = useAction(
    async () => {
      const answer = await api.briefings.agenda.mark.call(
        { id: briefing.slug, outcomes: items.map(({ id }) => ({ item: id, outcome: outcomeOf(id) })) },
        { context: { ifMatch: version } },
      );
      reset(Object.fromEntries(answer.items.map((it) => [it.id, it.outcome])));
      return answer;
    },
    () => t("mark.saved"),
  );
  if (items.length === 0) return null;
  return (
    <Section title={t("mark.title")} id="outcomes">
      <p className="py-3 text-ink-2">{t("mark.lede")}</p>
      <ol className="rows">
        {items.map((item) => (
          <li key={item.id}>
            <Select
              name={`outcome-${item.id}`}
              label={title(item)}
              className="max-w-64"
              options={itemOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
              value={outcomeOf(item.id)}
              onChange={(event) => change(item.id, event.target.value)}
            />
          </li>
        ))}
      </ol>
      <ActionError error={mark.error} onReread={mark.reset} />
      <div className="actions pt-3">
        <Button variant="primary" loading={mark.isPending} onClick={() => mark.mutate()}>
          {t("mark.save")}
        </Button>
      </div>
    </Section>
  );
}
