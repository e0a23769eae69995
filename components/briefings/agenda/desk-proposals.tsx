"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import type { FormValues } from "@/components/forms/saved-values";
import { useAction } from "@/components/forms/use-action";
import { useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { api } from "@/lib/api/client";
import { declineCharacters } from "@/lib/briefings/constants.agenda";
import type { Agenda, AgendaItem } from "@/lib/briefings/schema.agenda";
import { pairOf, toDeskItem } from "./agenda-values";
import { useItemTitle } from "./item-title";
import type { Desk } from "./use-desk";

type DeskProposalsProps = { desk: Desk; agenda: Agenda };

/** What members would have the meeting speak about: put in order here and saved with it, or left off with a reason. */
export function DeskProposals({ desk, agenda }: DeskProposalsProps) {
  const t = useTranslations("agendaDesk");
  const waiting = agenda.proposed.filter((it) => !it.declined && !desk.items.some(({ id }) => id === it.id));
  if (waiting.length === 0) return null;
  return (
    <Section title={t("proposals.title")} id="proposals" count={waiting.length}>
      <ul className="rows">
        {waiting.map((item) => (
          <Proposal key={item.id} item={item} desk={desk} briefing={agenda.briefing.slug} />
        ))}
      </ul>
    </Section>
  );
}

function Proposal({ item, desk, briefing }: { item: AgendaItem; desk: Desk; briefing: string }) {
  const t = useTranslations("agendaDesk");
  const locale = useLocale() === "fr" ? "fr" : "en";
  const title = useItemTitle()(item);
  const [asking, setAsking] = useState(false);
  const { values, change, clear } = useAutosave<FormValues>(`concerted:agenda-decline:${item.id}`, {});
  const decline = useAction(
    async () => {
      const answer = await api.briefings.agenda.decline.call({
        ...{ id: briefing, item: item.id, reason: pairOf(values, "reason") },
      });
      clear();
      return answer;
    },
    () => t("proposals.declined", { title }),
  );
  const { mistakes } = readProblem(decline.error);
  const name = `reason-${item.id}`;
  return (
    <li className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="mr-auto">
          <b className="font-semibold">{title}</b>{" "}
          {item.proposedBy && (
            <span className="text-ink-3 text-small">
              {t("proposedBy", { organization: item.proposedBy.name[locale] })}
            </span>
          )}
        </span>
        <Button
          small
          aria-label={t("proposals.acceptItem", { title })}
          onClick={() => desk.add(toDeskItem(item, locale))}
        >
          {t("proposals.accept")}
        </Button>
        <Button
          small
          variant="text"
          aria-label={t("proposals.declineItem", { title })}
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          {t("proposals.decline")}
        </Button>
      </div>
      {asking && (
        <div className="grid gap-3 border-rule border-l py-1 pl-4">
          <BilingualField
            name="reason"
            id={name}
            label={t("proposals.reason")}
            hint={t("edit.freeTitle")}
            rows={2}
            bind={bindLanguages("reason", values, change)}
            maxLength={declineCharacters}
            required={false}
            errorAt={(field) => mistakes.find((it) => it.field === field)?.message}
          />
          <ActionError error={decline.error} onReread={decline.reset} />
          <div className="actions">
            <Button variant="danger" loading={decline.isPending} onClick={() => decline.mutate()}>
              {t("proposals.send")}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
