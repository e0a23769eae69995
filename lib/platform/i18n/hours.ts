import type { HourStyle } from "../generated/prisma/enums";

type Worded = { ui: { hours: string } };

/**
 * The texts, with how this reader has hours said: it travels with their words, the one thing that server and browser both hold
 * for each reader apart.
 */
export const withHours = <M extends Worded>(messages: M, hours: HourStyle): M =>
  messages.ui.hours === hours ? messages : { ...messages, ui: { ...messages.ui, hours } };

/** What the texts say of it; whatever else they could say reads as 17:00. */
export const hoursOf = (said: string): HourStyle => (said === "h12" ? "h12" : "h24");
