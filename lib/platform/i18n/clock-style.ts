import type { HourStyle } from "../generated/prisma/enums";

type ClockMessages = { ui: { hours: string } };

/**
 * The texts, with how this reader has hours said: it travels with their words, the one thing that server and browser both hold
 * for each reader apart.
 */
export const withClockStyle = <M extends ClockMessages>(messages: M, hours: HourStyle): M =>
  messages.ui.hours === hours ? messages : { ...messages, ui: { ...messages.ui, hours } };

/** What the texts say of it; whatever else they could say reads as 17:00. */
export const toClockStyle = (value: string): HourStyle => (value === "h12" ? "h12" : "h24");
