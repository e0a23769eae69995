import { addDays } from "@/lib/platform/time/working-days";
import { type TaskKey, taskKey } from "./schema";

/** No part of a key has a colon in it, and an address takes one as it is. */
export const formatTaskKey = ({ noun, kind, organization, thing, version }: TaskKey) =>
  [noun, kind, organization, thing, version].join(":");

/** The key that a text was made from; null for any other text. */
export function parseTaskKey(text: string): TaskKey | null {
  const [noun, kind, organization, thing, version] = taskKey.safeParse(text).data?.split(":") ?? [];
  return noun && kind && organization && thing && version
    ? { noun, kind, organization, thing, version: Number(version) }
    : null;
}

export const taskGroups = ["past", "today", "week", "later", "undated", "waiting"] as const;
export type TaskGroup = (typeof taskGroups)[number];

/** `waiting`: somebody else was asked for it already, so that there is nothing the reader could still do. */
export type Urgent = { day: string | null; waiting: boolean };

/** How soon it is due. What is due on a day may be done all that day: `today` is the network's, in its own zone. */
export function groupOf({ day, waiting }: Urgent, today: string): TaskGroup {
  if (waiting) return "waiting";
  if (day === null) return "undated";
  if (day <= today) return day < today ? "past" : "today";
  return day < addDays(today, 7) ? "week" : "later";
}

/** The groups that have anything in them, in order. */
export const toGroups = <Item extends Urgent>(tasks: readonly Item[], today: string) =>
  taskGroups
    .map((group) => ({ group, tasks: tasks.filter((task) => groupOf(task, today) === group) }))
    .filter((it) => it.tasks.length > 0);

/** The earliest first; what has no day comes last, and what is due on one day stays in its order. */
export const sortByDay = <Item extends Pick<Urgent, "day">>(tasks: readonly Item[]): Item[] =>
  tasks.toSorted((one, other) => compareDays(one.day, other.day));

function compareDays(one: string | null, other: string | null) {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}
