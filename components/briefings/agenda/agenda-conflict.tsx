"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { type MergeAnswers, mergeAgendas, nothingChosen } from "@/lib/briefings/rules.agenda-merge";
import { type DeskItem, isSameDeskItem } from "./agenda-values";
import { type Desk, useDeskTitle } from "./use-desk";

/**
 * Somebody else saved the agenda while this one was changed. Changes to different items are put together; where both changed
 * the same one, each version is there to choose. Nothing of either is lost meanwhile.
 */
export function AgendaConflict({ desk }: { desk: Desk }) {
  const t = useTranslations("agendaDesk.merge");
  const title = useDeskTitle();
  const ref = useRef<HTMLElement>(null);
  const [choices, setChoices] = useState<MergeAnswers>(nothingChosen);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => ref.current?.focus(), []);
  const { base, theirs, items: mine } = desk;
  const sides = { base, theirs, mine, same: isSameDeskItem };
  const { conflicts, bothMoved, byThem, byMe, items } = mergeAgendas(sides, choices);
  const find = (id: string) => [...theirs, ...mine, ...base].find((it) => it.id === id);
  const titles = (ids: readonly string[]) => ids.flatMap((id) => find(id) ?? []).map(title);
  const asked = [...conflicts.map(({ id }) => id), ...(bothMoved ? ["order"] : [])];
  const left = asked.filter((it) => !chosen.has(it)).length;
  const choose = (id: string, value: string) => {
    const side = value === "mine" ? "mine" : "theirs";
    setChosen(new Set([...chosen, id]));
    setChoices(id === "order" ? { ...choices, order: side } : { ...choices, items: { ...choices.items, [id]: side } });
  };
  return (
    <section ref={ref} tabIndex={-1} className="notice notice-amber grid gap-4 py-2" aria-labelledby="agenda-conflict">
      <p>
        <b id="agenda-conflict">{t("title")}</b> {t(asked.length > 0 ? "choose" : "clean")}
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        <Changed label={t("theyDid")} titles={titles(byThem)} />
        <Changed label={t("youDid")} titles={titles(byMe)} />
      </div>
      {conflicts.map(({ id, theirs: their, mine: my }) => (
        <RadioCards
          key={id}
          name={`merge.${id}`}
          label={t("item", { title: title(their ?? my ?? ({} as DeskItem)) })}
          cards={[
            { value: "theirs", label: t("theirs"), hint: <Version item={their} /> },
            { value: "mine", label: t("mine"), hint: <Version item={my} /> },
          ]}
          value={chosen.has(id) ? (choices.items[id] ?? null) : null}
          onChange={(value) => choose(id, value)}
        />
      ))}
      {bothMoved && (
        <RadioCards
          name="merge.order"
          label={t("order")}
          cards={[
            { value: "theirs", label: t("orderTheirs"), hint: theirs.map(title).join(" · ") },
            { value: "mine", label: t("orderMine"), hint: mine.map(title).join(" · ") },
          ]}
          value={chosen.has("order") ? choices.order : null}
          onChange={(value) => choose("order", value)}
        />
      )}
      <div className="actions">
        <Button
          variant="primary"
          reason={left > 0 ? t("left", { count: left }) : undefined}
          onClick={() => desk.goOn(items)}
        >
          {t("go")}
        </Button>
        <Button onClick={() => desk.goOn(theirs)}>{t("discard")}</Button>
      </div>
    </section>
  );
}

function Changed({ label, titles }: { label: string; titles: readonly string[] }) {
  const t = useTranslations("agendaDesk.merge");
  return (
    <div>
      <p className="font-semibold text-small">{label}</p>
      {titles.length === 0 ? <p>{t("nothing")}</p> : null}
      <ul>
        {titles.map((it, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two items may have one title, and the list does not move
          <li key={at}>
            <bdi>{it}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One person's version of an item, in so many words that both can be told apart. */
function Version({ item }: { item: DeskItem | null }) {
  const t = useTranslations("agendaDesk");
  const title = useDeskTitle();
  if (!item) return t("merge.gone");
  const words = [item.titleEn, item.titleFr, item.whyEn, item.whyFr].filter(Boolean);
  const told = words.length > 0 ? words.join(" · ") : title(item);
  return `${t("minutes", { count: Number(item.minutes) || 0 })} · ${told}`;
}
