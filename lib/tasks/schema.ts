import { z } from "zod";

/**
 * What names a pending thing: the same on every day and for every reader, and another once the thing has a new version. A reader's
 * rights, the day and whatever else changes while it is pending stay out of it.
 */
export type TaskKey<Noun extends string = string, Kind extends string = string> = {
  noun: Noun;
  kind: Kind;
  /** The organization that it waits for, by its slug. */
  organization: string;
  /** What it is about, by the slug or id that stands in its address. */
  thing: string;
  /** Of the thing, as far as it concerns the task: the revision that is drafted or to be reviewed, the wording to be confirmed. */
  version: number;
};

/** Work that waits for an organization or for one of its people. Each noun declares its kinds and what it knows of each. */
export type Task<Noun extends string, Kind extends string, Facts extends object> = TaskKey<Noun, Kind> & {
  /** The day by which it is due, in the network's zone; null where it has none. */
  day: string | null;
  /** Whose it is, where it is one person's; null where anybody of the organization with the right may do it. */
  person: string | null;
  facts: Facts;
};

/** All tasks of one noun: `TasksOf<"positions", { returned: …, review: … }>`. */
export type TasksOf<Noun extends string, Kinds extends Record<string, object>> = {
  [Kind in keyof Kinds & string]: Task<Noun, Kind, Kinds[Kind]>;
}[keyof Kinds & string];

/** The first few tasks of a list, and how many there are in all. */
export type TaskPage<Item> = { total: number; items: Item[] };

/** A key as one line of text, for addresses and lists: see `formatTaskKey`. */
export const taskKey = z.string().regex(/^[a-z-]+:[A-Za-z]+:[a-z0-9-]+:[a-z0-9-]+:[0-9]{1,9}$/);
