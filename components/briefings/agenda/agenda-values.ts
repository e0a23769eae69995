import type { InferRouterInputs } from "@orpc/server";
import type { FormValues } from "@/components/forms/saved-values";
import type { Router } from "@/lib/api/router";
import { type AgendaKind, usualMinutes } from "@/lib/briefings/constants.agenda";
import type { Agenda, AgendaItem } from "@/lib/briefings/schema.agenda";

type AgendaInput = InferRouterInputs<Router>["briefings"]["agenda"]["save"];
type ItemInput = AgendaInput["items"][number];

/** An item as it is kept on the desk: plain texts, so that half a word is kept as well as a whole one. */
export type DeskItem = {
  id: string;
  kind: AgendaKind;
  /** How the API names the thing, how it is cited and what it is called. */
  about: string;
  mark: string;
  thing: string;
  titleEn: string;
  titleFr: string;
  whyEn: string;
  whyFr: string;
  minutes: string;
  lead: string;
  attribution: string;
  raises: string;
  answers: string;
};

const nameIn = (title: { en: string | null; fr: string | null }, locale: "en" | "fr") =>
  title[locale] ?? title.en ?? title.fr ?? "";

export const toDeskItem = (item: AgendaItem, locale: "en" | "fr"): DeskItem => ({
  ...{ id: item.id, kind: item.kind, minutes: String(item.minutes) },
  about:
    !item.about || item.kind === "approval" ? "" : item.kind === "recommendation" ? item.about.ref : item.about.slug,
  mark: item.kind === "recommendation" || item.kind === "proposition" ? (item.about?.ref ?? "") : "",
  thing: item.about ? nameIn(item.about.title, locale) : "",
  titleEn: item.title.en ?? "",
  titleFr: item.title.fr ?? "",
  whyEn: item.why.en ?? "",
  whyFr: item.why.fr ?? "",
  lead: item.lead?.slug ?? "",
  attribution: item.attribution ?? "",
  raises: item.caucus?.raises?.slug ?? "",
  answers: (item.caucus?.answers ?? []).map(({ slug }) => slug).join(" "),
});

type New = Pick<DeskItem, "kind"> & Partial<DeskItem>;

export const newDeskItem = (item: New): DeskItem => ({
  ...{ id: crypto.randomUUID(), about: "", mark: "", thing: "", minutes: String(usualMinutes) },
  ...{ titleEn: "", titleFr: "", whyEn: "", whyFr: "", lead: "", attribution: "", raises: "", answers: "" },
  ...item,
});

/** What a thing is called is no part of the item: it may be called otherwise by now, and that is nobody's change here. */
const written = ({ thing: _, mark: __, ...item }: DeskItem) => item;

export const isSameDeskItem = (one: DeskItem, other: DeskItem) =>
  JSON.stringify(Object.entries(written(one)).sort()) === JSON.stringify(Object.entries(written(other)).sort());

/** The form keeps the items, and those over which the typing began: two people's changes are told apart by them. */
export type DeskValues = { items: string; base: string };

export const valuesOfItems = (items: readonly DeskItem[], base: readonly DeskItem[] = items): DeskValues => ({
  items: JSON.stringify(items),
  base: JSON.stringify(base),
});

export const valuesOfAgenda = ({ items }: Agenda, locale: "en" | "fr") =>
  valuesOfItems(items.map((it) => toDeskItem(it, locale)));

/** What was kept on a device by an older page may be anything. */
export function readItems(text: string): DeskItem[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found)
      ? found.filter(isDeskItem).map((it) => ({ ...newDeskItem({ kind: "free" }), ...it }))
      : [];
  } catch {
    return [];
  }
}

const isDeskItem = (it: unknown): it is DeskItem =>
  typeof it === "object" && it !== null && Object.values(it).every((value) => typeof value === "string") && "id" in it;

export const isSameList = (one: readonly DeskItem[], other: readonly DeskItem[]) =>
  one.length === other.length && one.every((it, at) => isSameDeskItem(it, other[at] ?? newDeskItem({ kind: "free" })));

/** The minutes that count on the desk, whatever is half typed. */
export const minutesOf = ({ minutes }: DeskItem) => Math.max(0, Math.trunc(Number(minutes)) || 0);

export const pairOf = (values: FormValues, name: string) => {
  const [en, fr] = [values[`${name}.en`]?.trim(), values[`${name}.fr`]?.trim()];
  return { ...(en && { en }), ...(fr && { fr }) };
};

const toPair = (en: string, fr: string) => ({
  ...(en.trim() && { en: en.trim() }),
  ...(fr.trim() && { fr: fr.trim() }),
});

export const toItemInput = (item: DeskItem): ItemInput => ({
  ...{ id: item.id, kind: item.kind, ...(item.about && { about: item.about }) },
  title: toPair(item.titleEn, item.titleFr),
  why: toPair(item.whyEn, item.whyFr),
  // What is no number is refused by its field, and not taken for nothing.
  minutes: item.minutes.trim() === "" ? Number.NaN : Number(item.minutes),
  lead: item.lead || null,
  attribution: (item.attribution || null) as NonNullable<ItemInput["attribution"]> | null,
  raises: item.raises || null,
  answers: item.answers.split(" ").filter(Boolean),
});

/** The API names an item by its place, the desk by its id: `items.2.title` is `<id>.title`. */
export function fieldOnDesk(field: string, items: readonly DeskItem[]): string {
  const [, place, rest] = /^items\.(\d+)\.?(.*)$/.exec(field) ?? [];
  const item = place === undefined ? undefined : items[Number(place)];
  return item ? `${item.id}.${rest || "title"}` : field;
}
