import type { DateAnswer } from "@/lib/briefings/constants";
import type { OfferedDate } from "@/lib/briefings/schema.dates";

/** A date as it is said to this reader: made on the server, since a browser's own clocks may be of another year. */
export type ShownDate = {
  id: string;
  revision: number;
  /** Tue 9 March 2027; Tuesday 9 March 2027. */
  day: string;
  weekday: string;
  hours: string;
  /** Day, hours and place in one line, to name the date by. */
  name: string;
  city: string;
  /** On the reader's own clock, where that is another; with its day where that differs too. */
  own: string | null;
  /** On the network's, where that is neither. */
  network: string | null;
  turn: string | null;
  closings: string[];
  note: string;
  /** Hatched: some of those who are asked are closed. The House may sit all the same. */
  closed: boolean;
  best: boolean;
  chosen: boolean;
  quorumReached: boolean;
  allDay: boolean;
  tally: OfferedDate["tally"];
  /** What the office says; undefined where none is asked. */
  office?: DateAnswer | null | undefined;
};

/** Somebody who is asked, with what was said. */
export type ShownRow = {
  key: string;
  name: string;
  under: string | null;
  answers: Record<string, DateAnswer | null>;
};
