import type { Rapporteur } from "./schema.rapporteurs";

type Days = { firstOn: string; lastOn: string; ended: boolean };

/** Where an occasion stands on a day; both of its days belong to it. Days compare as text. */
export function rapporteurStateOf({ firstOn, lastOn, ended }: Days, today: string): Rapporteur["state"] {
  if (ended) return "ended";
  if (today < firstOn) return "coming";
  return today > lastOn ? "over" : "now";
}
