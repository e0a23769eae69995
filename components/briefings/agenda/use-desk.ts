import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { useAutosave } from "@/components/forms/use-autosave";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { Agenda } from "@/lib/briefings/schema.agenda";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import {
  type DeskItem,
  type DeskValues,
  isSameList,
  readItems,
  toItemInput,
  valuesOfAgenda,
  valuesOfItems,
} from "./agenda-values";

/** What an item is called on the desk: by its own words, or as the thing. */
export function useDeskTitle() {
  const t = useTranslations("agendaDesk");
  const locale = useLocale();
  return (item: DeskItem): string => {
    const own = pickLanguage({ en: item.titleEn, fr: item.titleFr }, locale)?.text;
    if (own) return own;
    if (item.kind === "approval") return item.thing ? t("approvalOf", { title: item.thing }) : t("approval");
    return item.thing || t("untitled");
  };
}

/**
 * The agenda as it is prepared: kept on this device at every change, and saved over the version that was read. Whoever finds
 * another one there is told, and nothing is stored over it.
 */
export function useDesk(agenda: Agenda, writer: string) {
  const t = useTranslations("agendaDesk.edit");
  const locale = useLocale() === "fr" ? "fr" : "en";
  const router = useRouter();
  const title = useDeskTitle();
  const [attempts, setAttempts] = useState(0);
  const [said, setSaid] = useState("");
  const initial = useMemo(() => valuesOfAgenda(agenda, locale), [agenda, locale]);
  const place = `concerted:agenda:${writer}:${agenda.briefing.slug}`;
  const saved = useAutosave<DeskValues>(place, initial, agenda.version);
  const { values, change, reset } = saved;
  const items = useMemo(() => readItems(values.items), [values.items]);
  const base = useMemo(() => readItems(values.base), [values.base]);
  const theirs = useMemo(() => readItems(initial.items), [initial.items]);
  const touched = !isSameList(items, base);
  const behind = agenda.version > (saved.version ?? agenda.version);
  // Nothing was changed here: what others saved takes its place without a question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each agenda that arrives
  useEffect(() => {
    if (behind && !touched) reset(initial, agenda.version);
  }, [behind, touched]);

  const setItems = (next: readonly DeskItem[]) => change("items", JSON.stringify(next));
  const refocus = useRef("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever moves an item by keyboard stays with it
  useEffect(() => {
    if (refocus.current) document.getElementById(refocus.current)?.focus();
    refocus.current = "";
  }, [values.items]);

  const save = useMutation({
    mutationFn: () =>
      api.briefings.agenda.save.call(
        { id: agenda.briefing.slug, items: items.map(toItemInput) },
        { context: { ifMatch: saved.version ?? agenda.version } },
      ),
    onSuccess: (now) => {
      reset(valuesOfAgenda(now, locale), now.version);
      showToast(t("saved"));
      router.refresh();
    },
    onError: (error) => {
      // What is there now comes with the page; what was changed here stays.
      if (readProblem(error).status === 412) router.refresh();
    },
  });

  return {
    items,
    base,
    theirs,
    touched,
    /** Somebody else's agenda is there, and this one has changes of its own. */
    overtaken: behind && touched,
    restored: saved.restored,
    save,
    attempts,
    said,
    setItems,
    send: () => {
      setAttempts(attempts + 1);
      save.mutate();
    },
    drop: () => reset(initial, agenda.version),
    goOn: (merged: readonly DeskItem[]) => {
      save.reset();
      reset(valuesOfItems(merged, theirs), agenda.version);
      setSaid("");
    },
    add: (item: DeskItem, first = false) => {
      const next = first ? [item, ...items] : [...items, item];
      setItems(next);
      setSaid(t("added", { title: title(item), number: first ? 1 : next.length }));
    },
    alter: (item: DeskItem) => setItems(items.map((it) => (it.id === item.id ? item : it))),
    takeOff: (item: DeskItem) => {
      setItems(items.filter((it) => it.id !== item.id));
      setSaid(t("takenOff", { title: title(item) }));
      refocus.current = "agenda-items";
    },
    /** Puts an item at another place; whatever of it had the focus keeps it. */
    move: (item: DeskItem, to: number) => {
      const from = items.findIndex((it) => it.id === item.id);
      if (from < 0 || to < 0 || to >= items.length || to === from) return;
      const next = items.filter((it) => it.id !== item.id);
      next.splice(to, 0, item);
      refocus.current = document.activeElement?.id ?? "";
      setItems(next);
      setSaid(t("moved", { title: title(item), number: to + 1, count: next.length }));
    },
  };
}
export type Desk = ReturnType<typeof useDesk>;
