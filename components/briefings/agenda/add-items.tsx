"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Plus } from "@/components/ui/icons";
import { Section } from "@/components/ui/section";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { maxItems } from "@/lib/briefings/constants";
import { approvalMinutes, type ThingKind, thingKinds } from "@/lib/briefings/constants.agenda";
import { newDeskItem } from "./agenda-values";
import { cited, findThings, type ThingOption, type ThingOptions } from "./thing-options";
import type { Desk } from "./use-desk";

type AddItemsProps = { desk: Desk; things: ThingOptions; areas: readonly Option[] };

/** How many are shown at once; a search narrows them. */
const shown = 12;

/** What can be put on the agenda: the standing recommendations first, then talking points and propositions, or a free item. */
export function AddItems({ desk, things, areas }: AddItemsProps) {
  const t = useTranslations("agendaDesk");
  const [kind, setKind] = useState<ThingKind>("recommendation");
  const [words, setWords] = useState("");
  const [area, setArea] = useState("");
  const full = desk.items.length >= maxItems ? t("add.full", { count: maxItems }) : undefined;
  const found = findThings(things[kind], { words, area });
  const add = (it: ThingOption) => desk.add(newDeskItem({ kind, about: it.ref, mark: it.mark, thing: it.title }));
  const isOn = (it: ThingOption) => desk.items.some((item) => item.kind === kind && item.about === it.ref);
  return (
    <Section title={t("add.title")} id="add">
      <div className="grid gap-3 py-3 md:grid-cols-3">
        <Select
          name="add-kind"
          label={t("add.what")}
          options={thingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(event) => setKind(event.target.value as ThingKind)}
        />
        <TextField
          name="add-words"
          type="search"
          label={t("add.search")}
          required={false}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          // The form around it is the agenda: searching does not save it.
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        />
        <Select
          name="add-area"
          label={t("add.area")}
          options={[{ value: "", label: t("add.any") }, ...areas]}
          value={area}
          onChange={(event) => setArea(event.target.value)}
        />
      </div>
      <p className="text-ink-3 text-small" role="status">
        {t("add.found", { count: found.length })} {found.length > shown && t("add.more", { count: shown })}
      </p>
      <ul className="rows">
        {found.slice(0, shown).map((it) => (
          <li key={it.ref} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="mr-auto min-w-0">{cited(it)}</span>
            {isOn(it) ? (
              <span className="text-ink-3 text-small">{t("add.on")}</span>
            ) : (
              <Button
                small
                icon={<Plus />}
                aria-label={t("add.item", { title: cited(it) })}
                reason={full}
                onClick={() => add(it)}
              >
                {t("add.button")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="actions pt-4">
        <Button icon={<Plus />} reason={full} onClick={() => desk.add(newDeskItem({ kind: "free" }))}>
          {t("add.free")}
        </Button>
        {!desk.items.some((it) => it.kind === "approval") && (
          <Button
            icon={<Plus />}
            reason={full}
            onClick={() => desk.add(newDeskItem({ kind: "approval", minutes: String(approvalMinutes) }), true)}
          >
            {t("add.approval")}
          </Button>
        )}
      </div>
    </Section>
  );
}
