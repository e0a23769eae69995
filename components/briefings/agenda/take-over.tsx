"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { api } from "@/lib/api/client";
import type { Agenda } from "@/lib/briefings/schema.agenda";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Desk } from "./use-desk";

/** What an earlier meeting did not reach, and no later agenda has. */
export function TakeOver({ desk, agenda }: { desk: Desk; agenda: Agenda }) {
  const t = useTranslations("agendaDesk");
  const locale = useLocale();
  const { left, briefing, version } = agenda;
  const take = useAction(
    () =>
      api.briefings.agenda.inherit.call(
        { id: briefing.slug, ...(left && { from: left.briefing.slug }) },
        { context: { ifMatch: version } },
      ),
    () => t("left.done"),
  );
  if (!left) return null;
  const title = pickLanguage(left.briefing.title, locale)?.text ?? t("untitled");
  return (
    <Section title={t("left.title", { title })} id="left">
      <p className="py-3">{t("left.text", { count: left.count })}</p>
      <ActionError error={take.error} onReread={take.reset} />
      <Button
        loading={take.isPending}
        reason={desk.touched ? t("left.first") : undefined}
        onClick={() => take.mutate()}
      >
        {t("left.button")}
      </Button>
    </Section>
  );
}
