"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Section } from "@/components/ui/section";
import type { Option } from "@/components/ui/select";
import { reachesInto } from "@/lib/network/rules.closing-days";
import type { ClosingDays, EnteredClosing } from "@/lib/network/schema.closing-days";
import { ClosingForm } from "./closing-form";
import { EnteredList } from "./entered-list";
import { PasteSittingWeeks } from "./paste-sitting-weeks";
import { SuggestedDays } from "./suggested-days";
import { useClosingList } from "./use-closing-list";

type KeepClosingDaysProps = { closingDays: ClosingDays; provinces: readonly Option[] };

/** Four ways to the same list. Each change is sent by itself. */
export function KeepClosingDays({ closingDays, provinces }: KeepClosingDaysProps) {
  const list = useClosingList(closingDays);
  const t = useTranslations("closingDays.keep");
  const locale = useLocale();
  const [changing, setChanging] = useState<EnteredClosing | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const change = (it: EnteredClosing) => {
    setChanging(it);
    form.current?.focus();
  };
  const year = String(closingDays.year);
  return (
    <>
      <Section title={t("suggested", { year })} count={list.now.suggested.length}>
        <SuggestedDays list={list} />
      </Section>
      <Section title={t("paste")}>
        <PasteSittingWeeks list={list} />
      </Section>
      <Section title={changing ? t("changing", { name: changing.name[locale] }) : t("other")}>
        <div ref={form} tabIndex={-1}>
          <ClosingForm
            key={changing ? JSON.stringify(changing) : "new"}
            list={list}
            changing={changing}
            provinces={provinces}
            onDone={() => setChanging(null)}
          />
        </div>
      </Section>
      <Section title={t("entered", { year })} count={list.now.entered.filter(reachesInto(closingDays.year)).length}>
        <EnteredList list={list} onChange={change} />
      </Section>
    </>
  );
}
